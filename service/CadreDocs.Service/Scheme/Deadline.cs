namespace CadreDocs.Service.Scheme;

/// <summary>A last day that the college set for one year (A34). It takes the place of what scheme.yaml says for the same form, year and semester.</summary>
public sealed class Deadline
{
    public int Year { get; set; }

    /// <summary>The form that falls due.</summary>
    public required string FormId { get; set; }

    /// <summary>1 or 2; 0 for every semester and for forms that know none.</summary>
    public int Semester { get; set; }

    /// <summary>The last day.</summary>
    public DateOnly Date { get; set; }
}
