using CadreDocs.Documents.Forms;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Scheme;

namespace CadreDocs.Service.Records;

/// <summary>What a person may do with a record, by role and state. The words are those of <c>allowed</c> in the API.</summary>
internal sealed class RecordRights(CurrentUser user, SchemeCatalog schemes)
{
    public const string Edit = "edit";
    public const string Submit = "submit";
    public const string Withdraw = "withdraw";
    public const string Return = "return";
    public const string Accept = "accept";
    public const string Reopen = "reopen";
    public const string Attach = "attach";

    /// <summary>May read: the owner, the school's secretary, the officer; the school's reviewer and whoever holds a pass for it too, but no restricted paper.</summary>
    public bool CanRead(Record record)
    {
        var form = schemes.Of(record).Find(record.FormId);
        return user.OwnsPerson(record.PersonId) || user.IsSecretaryOf(record.SchoolId) || user.IsOfficer
            || ((user.IsReviewerOf(record.SchoolId) || user.InspectionOf(record.SchoolId)?.Covers(record) == true) && form is not null && !schemes.Of(record).IsRestricted(form));
    }

    /// <summary>Everything that would be allowed in some state: what is missing here is refused for good, not for now.</summary>
    /// <param name="record">The record.</param>
    /// <param name="ownerIsSecretary">As in <see cref="Allowed"/>.</param>
    public IReadOnlyList<string> Possible(Record record, bool ownerIsSecretary) =>
    [
        .. Enum.GetValues<RecordState>().SelectMany(state => Allowed(record, state, ownerIsSecretary, yearClosed: false))
            .Concat(Allowed(record, RecordState.Accepted, ownerIsSecretary, yearClosed: true)).Distinct(),
    ];

    /// <summary>Everything that is allowed in a state.</summary>
    /// <param name="record">The record.</param>
    /// <param name="state">The state, usually the record's own.</param>
    /// <param name="ownerIsSecretary">True where the owner keeps the school's papers: somebody else has to accept those (R10).</param>
    /// <param name="yearClosed">True where the school's year was handed in; then only the college reopens (R77).</param>
    public IReadOnlyList<string> Allowed(Record record, RecordState state, bool ownerIsSecretary, bool yearClosed)
    {
        if (yearClosed)
        {
            return user.IsOfficer && state is RecordState.Accepted or RecordState.Filed ? [Reopen] : [];
        }

        var owns = user.OwnsPerson(record.PersonId);
        var keeps = user.IsSecretaryOf(record.SchoolId);
        var judges = Judges(record, owns, keeps, ownerIsSecretary);
        var allowed = new List<string>();
        switch (state)
        {
            case RecordState.Draft or RecordState.Returned:
                Add(Edit, owns || keeps);
                Add(Submit, owns || (keeps && record.PersonId is null));
                break;
            case RecordState.Submitted:
                Add(Edit, keeps && !owns);
                Add(Withdraw, owns || (keeps && record.PersonId is null));
                Add(Accept, judges);
                Add(Return, judges);
                break;
            case RecordState.Accepted:
                Add(Return, judges);
                Add(Reopen, keeps && !owns);
                break;
            case RecordState.Filed:
                Add(Reopen, keeps && !owns);
                break;
        }

        Add(Attach, owns || keeps);
        return allowed;

        void Add(string right, bool holds)
        {
            if (holds)
            {
                allowed.Add(right);
            }
        }
    }

    /// <summary>Fields of another hand: 学校意见 on 表10 is the school's to write, never the author's (R10, A31).</summary>
    public bool MayWrite(Record record, FormDefinition form, string fieldKey) =>
        !(form.Id == "duty-report" && fieldKey == "opinion") || !user.OwnsPerson(record.PersonId);

    // A cadre's paper is judged by the secretary, a secretary's own and the school's papers also by those above the school; nobody judges own papers.
    private bool Judges(Record record, bool owns, bool keeps, bool ownerIsSecretary) =>
        !owns && (keeps || ((record.PersonId is null || ownerIsSecretary) && (user.IsReviewerOf(record.SchoolId) || user.IsOfficer)));
}
