using CadreDocs.Service.Hosting;
using CadreDocs.Service.Scheme;
using CadreDocs.Service.Training;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Configuration;

namespace CadreDocs.Service.Tests.Training;

public sealed class MarksTests
{
    private static readonly SchemeAttendance Scheme =
        new SchemeCatalog(new Places(new ConfigurationBuilder().Build(), AppContext.BaseDirectory)).ForYear(2024).Definition.Attendance;

    [Theory]
    [InlineData("✓", "√")]
    [InlineData("✔", "√")]
    [InlineData("〇", "O")]
    [InlineData("○", "O")]
    [InlineData("0", "O")]
    [InlineData("０", "O")]
    [InlineData("o", "O")]
    [InlineData("▲", "△")]
    [InlineData("⨁", "⊕")]
    public void A_look_alike_is_taken_with_a_notice(string typed, string mark)
    {
        var reading = Marks.Read(typed, Scheme);
        Assert.Equal(mark, reading.Mark);
        Assert.NotNull(reading.Notice);
    }

    [Fact]
    public void The_printed_marks_need_no_notice() => Assert.All(Marks.All, mark => Assert.Null(Marks.Read(mark, Scheme).Notice));

    [Theory]
    [InlineData("x")]
    [InlineData("公差")]
    [InlineData("√√")]
    public void Anything_else_is_no_mark(string typed) => Assert.False(Marks.Read(typed, Scheme).Understood);

    [Fact]
    public void Totals_always_add_up_to_the_sessions() => Prop.ForAll(
        Gen.Elements("√", "O", "⊕", "△", "").ArrayOf().ToArbitrary(),
        marks =>
        {
            var totals = AttendanceTotals.Of(marks, AbsenceReading.OnlyAbsent);
            return totals.Present + totals.Absent + totals.Sick + totals.Personal + totals.Blank == marks.Length && totals.Sessions == marks.Length;
        }).QuickCheckThrowOnFailure();
}
