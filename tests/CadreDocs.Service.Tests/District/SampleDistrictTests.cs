using System.Text.Json;
using CadreDocs.Service.Data.Samples;
using CadreDocs.Service.Roster;
using Record = CadreDocs.Service.Records.Record;

namespace CadreDocs.Service.Tests.District;

public sealed class SampleDistrictTests
{
    [Fact]
    public void Equal_seeds_give_equal_districts() => Assert.Equal(Text(seed: 7), Text(seed: 7));

    [Fact]
    public void Another_seed_gives_another_district() => Assert.NotEqual(Text(seed: 7), Text(seed: 8));

    [Fact]
    public void The_first_school_has_sixty_cadres_and_each_eleven_papers_a_year()
    {
        var first = SampleDistrict.Generate(schools: 1, years: 2, seed: 1).School(0).ToList();
        Assert.Equal((60, 60 * 11 * 2), (first.OfType<Person>().Count(), first.OfType<Record>().Count()));
    }

    private static string Text(int seed)
    {
        var district = SampleDistrict.Generate(schools: 3, years: 2, seed);
        return JsonSerializer.Serialize(district.District().Concat(Enumerable.Range(0, 3).SelectMany(district.School)).ToList());
    }
}
