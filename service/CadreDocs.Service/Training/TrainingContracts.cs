namespace CadreDocs.Service.Training;

/// <summary>A session: a row of 表3 and a column of 表2.</summary>
/// <param name="Id">The session.</param>
/// <param name="Date">Its day.</param>
/// <param name="Label">As 表2 prints it: 3月5日, with ① ② where two fell on one day.</param>
/// <param name="Place">地点.</param>
/// <param name="Topic">自培内容.</param>
/// <param name="Lecturer">主讲人; may be an outsider.</param>
/// <param name="Carrier">Key of one of the six carriers, or empty.</param>
/// <param name="Content">Key of one of the four contents, or empty.</param>
/// <param name="State">planned, held or dropped.</param>
/// <param name="JointSessionId">The region's joint session it came from, or null.</param>
/// <param name="Carried">True where it was taken over from last year and nobody has touched it; shown to the secretary alone.</param>
/// <param name="Marks">Attendance marks given for it.</param>
/// <param name="Version">For If-Match.</param>
internal sealed record SessionView(
    string Id, DateOnly Date, string Label, string Place, string Topic, string Lecturer, string Carrier, string Content, SessionState State, string? JointSessionId,
    bool Carried, int Marks, int Version);

/// <summary>A session as it is typed.</summary>
internal sealed record EditSession(DateOnly Date, string Topic, string? Place = null, string? Lecturer = null, string? Carrier = null, string? Content = null, SessionState State = SessionState.Planned);

/// <summary>Attendance of a school's year.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Year">The year.</param>
/// <param name="Sessions">The columns of 表2: sessions that were held or whose day has come.</param>
/// <param name="Cadres">A row per cadre in office on some day of the year.</param>
/// <param name="SickShown">False where the asker may not know who was ill: then ⊕ and △ come as ※, and their totals as one.</param>
/// <param name="Closed">True once the year was handed in.</param>
/// <param name="CanEdit">True where the asker may mark now.</param>
internal sealed record AttendanceView(string SchoolId, int Year, List<AttendanceColumn> Sessions, List<AttendanceRow> Cadres, bool SickShown, bool Closed, bool CanEdit);

internal sealed record AttendanceColumn(string Id, DateOnly Date, string Label, string Topic, SessionState State);

/// <summary>A row of 表2.</summary>
/// <param name="PersonId">The cadre.</param>
/// <param name="Name">Name.</param>
/// <param name="Post">Post.</param>
/// <param name="Marks">Mark by session id; a blank is left out.</param>
/// <param name="NotInPost">Sessions on days when the cadre held no post here; they do not count.</param>
/// <param name="Totals">√ + O + ⊕ + △ + blank = sessions.</param>
internal sealed record AttendanceRow(string PersonId, string Name, string Post, Dictionary<string, string> Marks, List<string> NotInPost, AttendanceTotalsView Totals);

/// <summary>Totals of a row; Sick and Personal are null where the asker may not know them.</summary>
internal sealed record AttendanceTotalsView(int Sessions, int Present, int Absent, int? Sick, int? Personal, int Leave, int Blank, int AbsentPrinted);

/// <summary>Marks to be set, all or none.</summary>
internal sealed record EditMarks(List<EditMark> Marks);

/// <summary>One mark.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="PersonId">The cadre.</param>
/// <param name="Mark">√ O ⊕ △ or a look-alike; empty takes it away.</param>
/// <param name="Seen">The mark that stood there when it was typed; null leaves that unchecked.</param>
internal sealed record EditMark(string SessionId, string PersonId, string? Mark, string? Seen = null);

/// <summary>Marks that were set.</summary>
/// <param name="Notices">Look-alikes that were normalised.</param>
/// <param name="Attendance">Attendance as it stands now.</param>
internal sealed record MarksSet(List<MarkNotice> Notices, AttendanceView Attendance);

internal sealed record MarkNotice(string SessionId, string PersonId, string Message, string MessageEn);

/// <summary>Closing a year.</summary>
/// <param name="Blanks">Every blank mark, each confirmed as 不计 (A4); one that is left out stops the closing.</param>
internal sealed record CloseYear(List<ConfirmedBlank>? Blanks = null);

/// <summary>A blank mark that was looked at and does not count (不计).</summary>
internal sealed record ConfirmedBlank(string SessionId, string PersonId);

/// <summary>Reopening a year.</summary>
/// <param name="Reason">Why; kept in the history.</param>
internal sealed record ReopenYear(string? Reason);

/// <summary>The state of a school's year.</summary>
internal sealed record YearStateView(string SchoolId, int Year, bool Closed, DateTimeOffset? ClosedAt, string? ClosedBy, bool CanClose, bool CanReopen);
