using CadreDocs.Service.Training;
using FsCheck;
using FsCheck.Fluent;

namespace CadreDocs.Service.Tests.Training;

public sealed class MarksTests
{
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
        var reading = Marks.Read(typed);
        Assert.Equal(mark, reading.Mark);
        Assert.NotNull(reading.Notice);
    }

    [Fact]
    public void The_printed_marks_need_no_notice() => Assert.All(Marks.All, mark => Assert.Null(Marks.Read(mark).Notice));

    [Theory]
    [InlineData("x")]
    [InlineData("公差")]
    [InlineData("√√")]
    public void Anything_else_is_no_mark(string typed) => Assert.False(Marks.Read(typed).Understood);

    [Fact]
    public void Totals_always_add_up_to_the_sessions() => Prop.ForAll(
        Gen.Elements("√", "O", "⊕", "△", "").ArrayOf().ToArbitrary(),
        marks =>
        {
            var totals = AttendanceTotals.Of(marks, AbsenceReading.OnlyAbsent);
            return totals.Present + totals.Absent + totals.Sick + totals.Personal + totals.Blank == marks.Length && totals.Sessions == marks.Length;
        }).QuickCheckThrowOnFailure();
}
