using System.Globalization;

namespace Scriban;

/// <summary>Sentences for the authors of templates: written in English where they are needed, said in Chinese where <see cref="CultureInfo.CurrentUICulture"/> is.</summary>
internal static partial class Say
{
    /// <summary>The sentence in the language of the thread; in English where the table has no other.</summary>
    public static string It(FormattableString sentence)
    {
        var format = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" && Chinese.TryGetValue(sentence.Format, out var chinese) ? chinese : sentence.Format;
        return string.Format(CultureInfo.InvariantCulture, format, sentence.GetArguments());
    }
}
