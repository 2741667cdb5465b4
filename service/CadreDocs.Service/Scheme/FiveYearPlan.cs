namespace CadreDocs.Service.Scheme;

/// <summary>A five-year period of the country's plans (十三五, 十四五 …): it has years and a name, never a rate (A23, A35).</summary>
/// <param name="From">First year.</param>
/// <param name="To">Last year.</param>
/// <param name="Numeral">As printed in “十 五”: 三 for 2016–2020, 四, 五; empty before the eleventh and after the nineteenth.</param>
public sealed record FiveYearPlan(int From, int To, string Numeral)
{
    private const int Years = 5;

    // The thirteenth (十三五) began in 2016.
    private const int Thirteenth = 2016;
    private const string Numerals = "一二三四五六七八九";

    /// <summary>The period that holds this year.</summary>
    public static FiveYearPlan Of(int year)
    {
        var first = year - ((((year - Thirteenth) % Years) + Years) % Years);
        var index = ((first - Thirteenth) / Years) + 2;
        return new FiveYearPlan(first, first + Years - 1, index >= 0 && index < Numerals.Length ? Numerals[index].ToString() : "");
    }
}
