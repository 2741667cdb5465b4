using CadreDocs.Documents.Forms;
using CadreDocs.Service.Hosting;

namespace CadreDocs.Service.Records;

/// <summary>What the rows of an edited document change where they come from; nothing is changed before <see cref="Apply"/>.</summary>
/// <param name="Changes">Each change as a sentence, in the order of the sheet.</param>
/// <param name="Problems">Why it cannot be taken; empty where it can.</param>
/// <param name="Data">The values as the sheet will show them afterwards.</param>
/// <param name="Apply">Makes the changes in the tracked entities; the caller saves.</param>
public sealed record ReadBack(IReadOnlyList<ReadBackChange> Changes, IReadOnlyList<ProblemItem> Problems, FormData Data, Action Apply);

/// <summary>One change.</summary>
/// <param name="Kind"><c>add</c>, <c>change</c> or <c>remove</c>.</param>
/// <param name="Message">The change in Chinese.</param>
/// <param name="MessageEn">The same in English.</param>
public sealed record ReadBackChange(string Kind, string Message, string MessageEn);
