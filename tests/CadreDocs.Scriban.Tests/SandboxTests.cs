using System.Reflection;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace CadreDocs.Scriban.Tests;

/// <summary>A template sees what it was given and nothing else.</summary>
public sealed class SandboxTests
{
    [Theory]
    [InlineData("System.IO.File.ReadAllText('x')")]
    [InlineData("file.read 'x'")]
    [InlineData("environment.get 'PATH'")]
    [InlineData("process.start 'x'")]
    [InlineData("http.get 'x'")]
    [InlineData("object.get_type 1")]
    [InlineData("string.get_type")]
    [InlineData("typeof 1")]
    [InlineData("import_type 'System.String'")]
    public void There_is_no_way_to_files_processes_network_or_types(string code)
    {
        var template = Template.Parse("{{ " + code + " }}");
        Assert.False(template.HasErrors);
        var context = new TemplateContext { StrictVariables = true, EnableRelaxedMemberAccess = false };
        Assert.Throws<ScriptRuntimeException>(() => template.Render(context));
    }

    [Theory]
    [InlineData("secret.get_key")]
    [InlineData("secret.get_type")]
    [InlineData("secret.locked")]
    [InlineData("secret.inner")]
    [InlineData("secret.shared")]
    [InlineData("secret.reveal")]
    [InlineData("secret[0]")]
    [InlineData("secret.kind.assembly")]
    [InlineData("secret.kind.base_type ?? secret.kind.name")]
    [InlineData("secret.stream.length")]
    [InlineData("secret.work.target")]
    [InlineData("derived.position ?? derived.can_read")]
    [InlineData("derived | object.to_json")]
    [InlineData("'text'.chars")]
    [InlineData("'text'.get_type")]
    [InlineData("(1).max_value")]
    [InlineData("(@string.upcase).method")]
    [InlineData("(@string.upcase).return_type")]
    [InlineData("type.assembly")]
    [InlineData("type | object.keys | array.join ''")]
    [InlineData("(date.now).now")]
    [InlineData("secret | object.has_key 'locked' ? 'hidden' : ''")]
    [InlineData("[secret] | array.map 'locked' | array.first")]
    public void Only_the_public_data_of_the_hosts_own_objects_can_be_read(string code)
    {
        var context = new TemplateContext();
        context.PushGlobal(new ScriptObject { ["secret"] = new Secret(), ["type"] = typeof(File), ["derived"] = new HostStream() });
        try
        {
            var text = Template.Parse("{{ " + code + " }}").Render(context);
            Assert.True(text is "" || text == $"\"{typeof(HostStream)}\"" || text == "{\"title\":\"open\"}", text);
        }
        catch (ScriptRuntimeException failure)
        {
            Assert.DoesNotContain("hidden", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_dotnet_object_shows_its_members_after_an_import_by_its_host()
    {
        var context = new TemplateContext();
        var model = new ScriptObject();
        model.Import(new Secret());
        context.PushGlobal(model);
        Assert.Equal("hidden", Template.Parse("{{ key }}").Render(context));
    }

    [Fact]
    public void An_import_takes_only_what_its_filter_lets_through()
    {
        var model = new ScriptObject();
        model.Import(new Secret(), filter: member => member is PropertyInfo { Name: not "Key" }, renamer: member => member.Name);
        Assert.Equal(["Kind", "Open", "Stream", "Work"], model.GetMembers().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("string.upcase = 7; string.upcase", "7")]
    [InlineData("array.zzz = 7; array.zzz + ([1] | array.size)", "8")]
    [InlineData("date.now = 7; date.now", "7")]
    [InlineData("with math; twice = do; ret $0 * 2; end; end; 7 | math.twice", "14")]
    [InlineData("date.format = '%Y'; date.zzz = 1; date.parse '2020-01-01'", "2020")]
    public void A_template_extends_the_functions_for_itself_only(string code, string text)
    {
        Assert.Equal(text, Template.Parse("{{ " + code + " }}").Render());
        Assert.Equal(
            "A ... 2",
            Template.Parse("{{ 'a' | string.upcase }} {{ array.zzz }}.{{ math.twice }}.{{ date.zzz }}. {{ date.now.year > 2000 ? 2 : 0 }}").Render());
    }

    [Fact]
    public void One_render_leaves_nothing_for_the_next()
    {
        Template.Parse("{{ string = 1; date.format = '%Y'; array.cycle [1, 2]; with string2 ?? {}; readonly q; end; with math; readonly zzz; end }}").Render();
        Assert.Equal("1 05 Jan 2016 A ", Template.Parse("{{ array.cycle [1, 2] }} {{ date.parse '2016-01-05' }} {{ 'a' | string.upcase }} {{ math | object.has_key 'zzz' ? 'left' : '' }}").Render());
    }

    [Fact]
    public void A_change_to_the_functions_of_one_context_stays_there()
    {
        var context = new TemplateContext();
        context.BuiltinObject["extra"] = 5;
        Assert.Equal("5", Template.Parse("{{ extra }}").Render(context));
        Assert.Equal("", Template.Parse("{{ extra }}").Render(new TemplateContext()));
    }

    [Fact]
    public void Include_without_a_loader_is_an_error()
    {
        var failure = Assert.Throws<ScriptRuntimeException>(() => Template.Parse("{{ include '/etc/hostname' }}").Render());
        Assert.Contains("no template loader", failure.OriginalMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void The_library_refers_to_no_file_network_or_process_assembly()
    {
        var forbidden = new[] { "System.IO.FileSystem", "System.Net.Http", "System.Net.Sockets", "System.Diagnostics.Process", "System.Net.Requests" };
        Assert.Empty(typeof(Template).Assembly.GetReferencedAssemblies().Select(a => a.Name!).Intersect(forbidden));
    }

    private sealed class Secret
    {
        public static string Shared { get; } = "hidden";

        public string Key { get; } = "hidden";

        public string Open { get; } = "open";

        public Type Kind { get; } = typeof(File);

        public Stream Stream { get; } = new MemoryStream([1, 2]);

        public Func<string> Work { get; } = static () => "hidden";

        internal string Inner { get; } = "hidden";

        private string Locked { get; } = "hidden";

        public string this[int index] => Locked;

        public string Reveal() => Locked;
    }

    private sealed class HostStream : MemoryStream
    {
        public string Title { get; } = "open";
    }
}
