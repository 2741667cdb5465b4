namespace CadreDocs.Service.Roster.Import;

/// <summary>Finds whom a row means: by system id, by platform number, by name with birth month. Namesakes are never guessed.</summary>
internal sealed class RosterMatch(IReadOnlyList<ExistingCadre> existing, IReadOnlyList<OtherPerson> others)
{
    private readonly Dictionary<string, ExistingCadre> _byId = existing.ToDictionary(cadre => cadre.PersonId);
    private readonly ILookup<string, ExistingCadre> _byNumber = existing.Where(cadre => cadre[RosterColumns.PlatformNo].Length > 0).ToLookup(cadre => cadre[RosterColumns.PlatformNo]);
    private readonly ILookup<string, OtherPerson> _otherNumbers = others.Where(person => person.Number.Length > 0).ToLookup(person => person.Number);
    private readonly ILookup<string, OtherPerson> _former = others.Where(person => person.WasHere).ToLookup(person => person.Name);
    private readonly ILookup<string, ExistingCadre> _byName = existing.ToLookup(cadre => cadre[RosterColumns.Name]);

    public (ExistingCadre? Cadre, ImportProblem? Problem) Find(RosterRow row)
    {
        var id = row[RosterColumns.PersonId];
        if (id.Length > 0)
        {
            return _byId.TryGetValue(id, out var known) ? (known, null) : (null, Problem(
                row, "unknown-id", $"系统编号 {id} 不是本校现任干部的编号：新人员请清空此格。", $"the system id {id} is nobody's at this school: clear the cell for a new person."));
        }

        var number = row[RosterColumns.PlatformNo];
        if (number.Length > 0 && _byNumber[number].FirstOrDefault() is { } byNumber)
        {
            return (byNumber, null);
        }

        if (number.Length > 0 && _otherNumbers[number].FirstOrDefault() is { } other)
        {
            return (null, other.InOffice
                ? Problem(
                    row, "belongs-elsewhere",
                    $"进修编号 {number} 属于{other.School}的{other.Name}：调入请用“调入 / 返任”登记日期，编号有误请改正。",
                    $"the platform number {number} belongs to {other.Name} of {other.School}: enter a transfer with its date, or correct the number.")
                : Left(row, other));
        }

        var birth = row[RosterColumns.BirthMonth];
        var namesakes = _byName[row[RosterColumns.Name]]
            .Where(cadre => number.Length == 0 || cadre[RosterColumns.PlatformNo].Length == 0)
            .Where(cadre => birth.Length == 0 || cadre[RosterColumns.BirthMonth].Length == 0 || cadre[RosterColumns.BirthMonth] == birth).ToList();
        return namesakes.Count switch
        {
            0 => (null, Former(row, number, birth) is { } former ? Left(row, former) : null),
            1 => (namesakes[0], null),
            _ => (null, Problem(
                row, "namesakes",
                $"本校有 {namesakes.Count} 位{row[RosterColumns.Name]}，无法确定是哪一位：请填进修编号、系统编号或出生年月。",
                $"{namesakes.Count} people named {row[RosterColumns.Name]} are at this school: give the platform number, system id or birth month.")),
        };
    }

    // A different number tells a namesake from somebody who comes back.
    private OtherPerson? Former(RosterRow row, string number, string birth) => _former[row[RosterColumns.Name]].FirstOrDefault(person =>
        (number.Length == 0 || person.Number.Length == 0 || number == person.Number) && (birth.Length == 0 || person.BirthMonth.Length == 0 || birth == person.BirthMonth));

    private static ImportProblem Left(RosterRow row, OtherPerson person) => Problem(
        row, "left-before",
        $"{person.Name}曾在{person.School}任职，现已离任：请用“调入 / 返任”登记从哪天起任职，材料和学分会接着原来的；如是同名的另一人，请填进修编号和出生年月。",
        $"{person.Name} held a post at {person.School} and has left: bring them back with “Transfer or return”, so that papers and credits go on; give platform number and birth month where this is a namesake.");

    private static ImportProblem Problem(RosterRow row, string code, string zh, string en) =>
        new(code, $"第 {row.Row} 行：{zh}", $"Row {row.Row}: {en}", row.Row, RosterColumns.Name);
}
