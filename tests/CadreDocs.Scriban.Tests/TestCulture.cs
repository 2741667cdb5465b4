using System.Globalization;
using System.Runtime.CompilerServices;

namespace CadreDocs.Scriban.Tests;

/// <summary>Sentences are compared in English, on a Chinese machine too.</summary>
internal static class TestCulture
{
    [ModuleInitializer]
    internal static void UseEnglish() => CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
}
