using System.Text;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace CadreDocs.Scriban.Tests;

/// <summary>Damaged templates end in text, in parse errors or in a <see cref="ScriptRuntimeException"/>, never in anything else.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Seed = 20180901;
    private const int Templates = 100_000;

    private static readonly string[] Pieces =
    [
        "{{", "}}", "{{-", "-}}", "{{~", "~}}", "{%{", "}%}", "end", "else", "for x in 1..5", "while true", "func f", "f", "do", "ret", "capture c", "with o", "wrap f",
        "case 1", "when 1", "tablerow t in [1,2,3]", "import this", "readonly x", "break", "continue", "|", "||", "&&", "??", "?.", "?", ":", "..", "..<", "^", "@", "$", "$0", "$$",
        "this", "null", "empty", "(", ")", "[", "]", "{", "}", ",", ";", "\n", "\"", "'", "`", "$\"{", "\\", "1e9", "0x", "-1", "1.5m", "99999999999", "*", "//", "%", "<<", "++",
        "string.", "array.", "math.", "object.", "regex.", "date.", "x = x + x", "x * 1000000", "array.add_range x", "object.eval", "object.eval_template", "include 'a'", "regex.replace", "\ud800", "\0", "学",
    ];

    [Fact]
    public void A_hundred_thousand_damaged_templates_end_well()
    {
        var corpus = ConformanceTests.Cases.Values.Select(c => c.GetProperty("template").GetString()!).ToArray();
        var ends = new int[3];
        var failures = new System.Collections.Concurrent.ConcurrentBag<string>();
        Parallel.For(0, Templates, i =>
        {
            var text = Damage(corpus, new Random(Seed + i));
            try
            {
                Interlocked.Increment(ref ends[RenderWithin(text)]);
            }
            catch (Exception failure)
            {
                failures.Add($"seed {Seed + i}: {failure.GetType()}: {failure.Message}\n{text}\n{failure.StackTrace}");
            }
        });
        output.WriteLine($"text {ends[0]}, parse errors {ends[1]}, runtime errors {ends[2]}");
        Assert.True(failures.IsEmpty, $"{failures.Count} failures\n" + string.Join("\n----\n", failures.Take(5)));
        Assert.All(ends, count => Assert.True(count > 1000, "Each end should be common, or the damage is of the wrong sort."));
    }

    /// <summary>0 for text, 1 for parse errors, 2 for a runtime error; anything else is thrown.</summary>
    internal static int RenderWithin(string text)
    {
        var template = Template.Parse(text);
        if (template.HasErrors)
        {
            Assert.All(template.Messages, message => Assert.InRange(message.Span.Start.Offset, 0, text.Length));
            return 1;
        }
        using var watchdog = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var context = ConformanceTests.NewContext();
        context.LoopLimit = 200;
        context.RecursiveLimit = 40;
        context.LimitToString = 10_000;
        context.RegexTimeOut = TimeSpan.FromMilliseconds(200);
        context.TemplateLoader = new EchoLoader();
        context.CancellationToken = watchdog.Token;
        try
        {
            var rendered = template.Render(context);
            Assert.InRange(rendered.Length, 0, context.LimitToString + 3);
            return 0;
        }
        catch (ScriptAbortException failure)
        {
            throw new TimeoutException("The render did not end by itself.", failure);
        }
        catch (ScriptRuntimeException)
        {
            return 2;
        }
    }

    private static string Damage(string[] corpus, Random random)
    {
        var text = new StringBuilder(corpus[random.Next(corpus.Length)]);
        for (var edits = random.Next(1, 8); edits > 0; edits--)
        {
            var at = random.Next(text.Length + 1);
            switch (random.Next(7))
            {
                case 0: text.Insert(at, Pieces[random.Next(Pieces.Length)]); break;
                case 1: text.Insert(at, " " + Pieces[random.Next(Pieces.Length)] + " "); break;
                case 2 when text.Length > 0: text.Remove(Math.Min(at, text.Length - 1), Math.Min(random.Next(1, 12), text.Length - Math.Min(at, text.Length - 1))); break;
                case 3 when text.Length > 0: text[Math.Min(at, text.Length - 1)] = (char)random.Next(1, 128); break;
                case 4: text.Insert(at, corpus[random.Next(corpus.Length)]); break;
                case 5: text.Length = at; break;
                default:
                    var from = random.Next(text.Length + 1);
                    text.Insert(at, text.ToString(from, Math.Min(40, text.Length - from)));
                    break;
            }
        }
        return text.ToString();
    }

    private sealed class EchoLoader : ITemplateLoader
    {
        public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => templateName;

        public string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => "{{ include $0 }}";

        public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) => new(Load(context, callerSpan, templatePath));
    }
}
