namespace CadreDocs.Service.Tests.Identity;

/// <summary>One call with what each caller gets.</summary>
/// <param name="Call">Method and route, as the service maps it.</param>
/// <param name="Address">The address that is called.</param>
/// <param name="Expected">For each of <see cref="EndpointTable.Callers"/>: + lets through to what the request's content leads to, 3 is 403, 4 is 404.</param>
/// <param name="Body">JSON that is sent; <c>file</c> for an upload; null for none.</param>
public sealed record EndpointRow(string Call, string Address, string Expected, string? Body = null);

/// <summary>Every endpoint × every role, seen from the own and from a foreign school. The school is s-chenlu, the person p1002, one of its cadres.</summary>
internal static class EndpointTable
{
    public const string Upload = "file";

    /// <summary>Stands in an address for the attachment of p1002's reflection.</summary>
    public const string Attachment = "ATTACHMENT";

    public static readonly (string PersonId, string Who)[] Callers =
    [
        ("p1002", "the cadre"), ("p1003", "a colleague"), ("p1001", "the secretary"), ("p2001", "a foreign secretary"), ("p0001", "the reviewer"),
        ("p3002", "a foreign reviewer"), ("p0002", "the officer"), ("p0003", "the region's chair"), ("p0004", "the administrator"),
    ];

    private const string School = "/api/schools/s-chenlu";
    private const string Record = "/api/records/rec-p1002-reflection-2024";
    private const string Session = """{"date":"2024-12-03","place":"会议室","topic":"研讨","lecturer":"","carrier":"study","content":"politics"}""";

    private const string JointSession = """{"session":""" + Session + "}";

    //   cadre, colleague, secretary, foreign secretary, reviewer, foreign reviewer, officer, chair, administrator
    public static readonly EndpointRow[] Rows =
    [
        new("GET /api/session", "/api/session", "+++++++++"),
        new("GET /api/pane/settings", "/api/pane/settings", "+++++++++"),
        new("GET /api/development/people", "/api/development/people", "+++++++++"),
        new("POST /api/development/sign-in", "/api/development/sign-in", "444444444", """{"personId":"nobody"}"""),
        new("GET /api/scheme/{year:int}", "/api/scheme/2024", "+++++++++"),
        new("GET /api/changes", "/api/changes?schoolId=s-chenlu", "33+3+3+33"),
        new("POST /api/acts/{id}/undo", "/api/acts/unknown/undo", "444444444"),
        new("GET /api/duties", "/api/duties?personId=p1002", "+4+4+4+44"),
        new("GET /api/schools/{id}/sessions/earlier", School + "/sessions/earlier?year=2024", "+++4+4+++"),
        new("GET /api/deadlines/{year:int}/", "/api/deadlines/2024", "+++++++++"),
        new("PUT /api/deadlines/{year:int}/", "/api/deadlines/2024", "333333+33", """{"deadlines":[]}"""),
        new("GET /api/digests", "/api/digests", "+++++++++"),
        new("POST /api/digests/send", "/api/digests/send", "33333333+"),
        new("GET /api/digests/export", "/api/digests/export", "333333+33"),
        new("GET /api/schools/{id}/digest", School + "/digest", "44+444+44"),
        new("GET /api/schools/{id}/duties", School + "/duties?year=2024", "33+3+3+33"),

        new("GET /api/records/", "/api/records?schoolId=s-chenlu", "33+3+3+33"),
        new("POST /api/records/", "/api/records", "+3+333333", """{"formId":"duty-report","year":2024,"personId":"p1002"}"""),
        new("POST /api/records/", "/api/records", "33+333333", """{"formId":"annual-plan","year":2024,"schoolId":"s-chenlu"}"""),
        new("GET /api/records/{id}", Record, "+4+4+4+44"),
        new("GET /api/records/{id}", "/api/records/rec-p1002-duty-report-2024", "+4+444+44"),
        new("GET /api/records/{id}", "/api/records/rec-chenlu-annual-plan-2024", "44+4+4+44"),
        new("PUT /api/records/{id}", Record, "+4+434344", """{"data":{}}"""),
        new("GET /api/records/{id}/document", Record + "/document", "+4+4+4+44"),
        new("GET /api/records/{id}/document", "/api/records/rec-p1002-duty-report-2024/document", "+4+444+44"),
        new("GET /api/records/{id}/history", Record + "/history", "+4+4+4+44"),
        new("GET /api/records/{id}/draft", "/api/records/rec-p1002-semester-summary-1-2024/draft", "+4+434344"),
        new("POST /api/records/{id}/submit", Record + "/submit", "+43434344"),
        new("POST /api/records/{id}/withdraw", Record + "/withdraw", "+43434344"),
        new("POST /api/records/{id}/accept", Record + "/accept", "34+434344"),
        new("POST /api/records/{id}/return", Record + "/return", "34+434344", """{"comment":"请补充"}"""),
        new("POST /api/records/{id}/reopen", Record + "/reopen", "34+434+44"),
        new("POST /api/records/{id}/accept", "/api/records/rec-chenlu-annual-plan-2024/accept", "44+4+4+44"),
        new("POST /api/records/{id}/accept", "/api/records/rec-p1001-reflection-2024/accept", "4434+4+44"),
        new("POST /api/records/{id}/printed", Record + "/printed", "+4+434344"),
        new("POST /api/records/{id}/attachments", Record + "/attachments", "+4+434344", Upload),
        new("GET /api/attachments/{id}", "/api/attachments/" + Attachment, "+4+4+4+44"),
        new("DELETE /api/attachments/{id}", "/api/attachments/" + Attachment, "+4+434344"),
        new("POST /api/readings/", "/api/readings?recordId=unknown", "+++++++++", Upload),
        new("POST /api/readings/{id}/apply", "/api/readings/unknown/apply", "444444444"),
        new("GET /api/records/{id}/texts/", Record + "/texts", "+4+4+4+44"),
        new("PUT /api/records/{id}/texts/", Record + "/texts", "+4+434344", """{"texts":[]}"""),

        new("GET /api/schools", "/api/schools", "+++++++++"),
        new("PUT /api/schools/{id}", School, "33+43433+", """{"trainingLead":"顾念慈"}"""),
        new("GET /api/schools/{id}/roster", School + "/roster?year=2024", "44+4+4+4+"),
        new("GET /api/schools/{id}/contradictions", School + "/contradictions?year=2024", "44+4+4+44"),
        new("GET /api/records/{id}/contradictions", Record + "/contradictions", "+4+4+4+44"),
        new("POST /api/records/{id}/contradictions/settle", Record + "/contradictions/settle", "+4+4+4+44", """{"field":"post","onSheet":"","inRoster":"","right":"roster"}"""),
        new("GET /api/schools/{id}/roster/export", School + "/roster/export?year=2024&format=csv", "44+4+4+4+"),
        new("GET /api/schools/{id}/binder", School + "/binder?year=2024", "44+4+4+44"),
        new("GET /api/schools/{id}/preflight", School + "/preflight?year=2024", "44+4+4+44"),
        new("POST /api/schools/{id}/roster/cadres", School + "/roster/cadres", "33+43433+", """{"name":"","post":"","from":"2024-09-01"}"""),
        new("POST /api/schools/{id}/roster/transfers", School + "/roster/transfers", "33+43433+", """{"personId":"p1002","post":"","from":"2030-01-01"}"""),
        new("POST /api/schools/{id}/roster/departures", School + "/roster/departures", "33+43433+", """{"personId":"p1002","lastDay":"2000-01-01"}"""),
        new("POST /api/schools/{id}/roster/imports", School + "/roster/imports", "33+43433+", Upload),
        new("POST /api/roster-imports/{id}/apply", "/api/roster-imports/unknown/apply", "444444444"),
        new("PUT /api/people/{id}", "/api/people/p1002", "44+43434+", "{}"),
        new("PUT /api/people/{id}/posts/{postId}", "/api/people/p1002/posts/a-p1002", "44+43434+", """{"post":"","from":"2018-09-01"}"""),
        new("DELETE /api/people/{id}/posts/{postId}", "/api/people/p1002/posts/a-p1002", "44+43434+"),
        new("PUT /api/people/{id}/filing-school", "/api/people/p1002/filing-school", "44+43434+", """{"schoolId":"s-qinghe","from":"2024-09-01"}"""),
        new("GET /api/people/find", "/api/people/find?query=nobody", "33++3333+"),

        new("GET /api/schools/{id}/sessions/", School + "/sessions?year=2024", "+++4+4+++"),
        new("POST /api/schools/{id}/sessions/", School + "/sessions?year=2024", "33+434333", Session),
        new("PUT /api/schools/{id}/sessions/{sessionId}", School + "/sessions/t-chenlu-1", "33+434333", Session),
        new("DELETE /api/schools/{id}/sessions/{sessionId}", School + "/sessions/t-chenlu-1", "33+434333"),
        new("POST /api/schools/{id}/sessions/carry", School + "/sessions/carry?year=2024", "33+434333"),
        new("GET /api/schools/{id}/attendance/", School + "/attendance?year=2024", "+++4+4+44"),
        new("PUT /api/schools/{id}/attendance/", School + "/attendance?year=2024", "33+434333", """{"marks":[]}"""),
        new("GET /api/schools/{id}/years/{year:int}/", School + "/years/2024", "+++4+4+++"),
        new("GET /api/schools/{id}/years/{year:int}/check", School + "/years/2024/check", "44+4+4+44"),
        new("POST /api/schools/{id}/years/{year:int}/close", School + "/years/2024/close", "33+434333", "{}"),
        new("POST /api/schools/{id}/years/{year:int}/reopen", School + "/years/2024/reopen", "333434433", """{"reason":"更正"}"""),
        new("GET /api/regions/", "/api/regions?year=2024", "+++++++++"),
        new("PUT /api/regions/{id}/theme", "/api/regions/r-east/theme?year=2024", "3333333+3", """{"theme":"看见人的管理"}"""),
        new("PUT /api/regions/{id}/theme", "/api/regions/r-west/theme?year=2024", "333333333", """{"theme":"看见人的管理"}"""),
        new("POST /api/regions/{id}/joint-sessions", "/api/regions/r-west/joint-sessions?year=2024", "333333333", JointSession),
        new("PUT /api/regions/{id}/joint-sessions/{sessionId}", "/api/regions/r-west/joint-sessions/x?year=2024", "333333333", Session),
        new("DELETE /api/regions/{id}/joint-sessions/{sessionId}", "/api/regions/r-west/joint-sessions/x", "333333333"),

        new("GET /api/schools/{id}/board", School + "/board?year=2024", "44+4+4+44"),
        new("GET /api/schools/{id}/credits/", School + "/credits?year=2024", "44+4+4+44"),
        new("PUT /api/schools/{id}/credits/{personId}", School + "/credits/p1002?year=2024", "44+434344", "{}"),
        new("GET /api/schools/{id}/credits/document", School + "/credits/document?year=2024", "44+4+4+44"),
        new("GET /api/dashboard", "/api/dashboard?year=2024", "3333+++33"),
        new("GET /api/dashboard/months", "/api/dashboard/months?year=2024", "3333+++33"),
        new("GET /api/inspections", "/api/inspections", "+++++++++"),
        new("GET /api/inspections/holders", "/api/inspections/holders", "333333+33"),
        new("POST /api/inspections/{id}/revoke", "/api/inspections/unknown/revoke", "333333433", "{}"),
        new("GET /api/schools/{id}/inspections", School + "/inspections", "44+444+44"),
        new("POST /api/schools/{id}/inspections", School + "/inspections", "333434+33", """{"holderId":"p0001","schoolPortfolio":false,"personalPortfolios":false,"from":"2024-11-15","until":"2024-11-20","purpose":"调研"}"""),
        new("GET /api/schools/{id}/sheets/{formId}/document", School + "/sheets/session-schedule/document?year=2024", "44+4+4+44"),
        new("GET /api/schools/{id}/sheets/{formId}/document", School + "/sheets/attendance/document?year=2024", "44+434+44"),
        new("GET /api/people/{id}/sheets/training-credits/document", "/api/people/p1002/sheets/training-credits/document?year=2024", "+4+4+4+44"),
        new("GET /api/people/{id}/ledger", "/api/people/p1002/ledger", "+4+4+4+44"),
        new("POST /api/people/{id}/opening-years", "/api/people/p1002/opening-years", "+4+434344", """{"year":2016,"proof":"证书"}"""),
        new("POST /api/people/{id}/opening-years/{year:int}/confirm", "/api/people/p1002/opening-years/2017/confirm", "444444444"),
        new("POST /api/people/{id}/opening-years/{year:int}/withdraw", "/api/people/p1002/opening-years/2015/withdraw", "444444444", """{"reason":"有误"}"""),
        new("DELETE /api/people/{id}/opening-years/{year:int}", "/api/people/p1002/opening-years/2015", "444444444"),
        new("POST /api/people/{id}/trainings/", "/api/people/p1002/trainings", "+4+434344", """{"name":"","level":"","from":"","to":"","credit":0}"""),
        new("PUT /api/people/{id}/trainings/{trainingId}", "/api/people/p1002/trainings/unknown", "+4+434344", """{"name":"","level":"","from":"","to":"","credit":0}"""),
        new("DELETE /api/people/{id}/trainings/{trainingId}", "/api/people/p1002/trainings/unknown", "444444444"),
        new("POST /api/people/{id}/trainings/{trainingId}/certificate/", "/api/people/p1002/trainings/unknown/certificate", "444444444", Upload),
        new("GET /api/people/{id}/trainings/{trainingId}/certificate/", "/api/people/p1002/trainings/unknown/certificate", "444444444"),
        new("DELETE /api/people/{id}/trainings/{trainingId}/certificate/", "/api/people/p1002/trainings/unknown/certificate", "444444444"),
        new("GET /api/schools/{id}/platform", School + "/platform?year=2020", "44+4+4+44"),
        new("POST /api/schools/{id}/platform/filings", School + "/platform/filings?year=2024", "44+434344"),
        new("GET /api/platform-filings/{id}/workbook", "/api/platform-filings/unknown/workbook", "444444444"),
        new("POST /api/platform-filings/{id}/withdraw", "/api/platform-filings/unknown/withdraw", "444444444", """{"reason":"有误"}"""),
        new("PUT /api/platform-filings/{id}/receipt", "/api/platform-filings/unknown/receipt", "444444444", """{"receipt":"回执"}"""),
        new("GET /api/review/", "/api/review?year=2024", "3333+++33"),
        new("GET /api/review/workbook", "/api/review/workbook?year=2024", "3333++333"),
        new("POST /api/review/workbook", "/api/review/workbook?year=2024", "3333++333", Upload),
        new("GET /api/review/rows", "/api/review/rows?year=2024", "3333++333"),
        new("POST /api/review/rows", "/api/review/rows?year=2024", "3333++333", """{"rows":[]}"""),
        new("PUT /api/review/lines/{personId}", "/api/review/lines/p1002?year=2024", "3333+4333", """{"opinion":"同意"}"""),
        new("POST /api/review/schools/{id}/accept-clean", "/api/review/schools/s-chenlu/accept-clean?year=2024", "3333+4333"),
        new("POST /api/review/schools/{id}/sign-off", "/api/review/schools/s-chenlu/sign-off?year=2024", "3333+4333"),
        new("DELETE /api/review/schools/{id}/sign-off", "/api/review/schools/s-chenlu/sign-off?year=2024", "444444444"),

        new("GET /api/evaluations", "/api/evaluations?year=2024", "3333+++33"),
        new("GET /api/schools/{id}/evaluation", School + "/evaluation?year=2024", "44+4+4+44"),
        new("PUT /api/schools/{id}/evaluation", School + "/evaluation?year=2024", "4434+4+44", """{"grade":"none","comment":""}"""),
        new("GET /api/results/workbook", "/api/results/workbook?year=2024", "333333+33"),

        new("GET /api/schools/{schoolId}/filings/", School + "/filings?year=2024", "33+4+4+33"),
        new("POST /api/schools/{schoolId}/filings/", School + "/filings", "33+433333", """{"year":0}"""),
        new("GET /api/schools/{schoolId}/archive", School + "/archive?year=2024", "33+4+4+33"),
        new("GET /api/people/{id}/archive", "/api/people/p1002/archive?year=2024", "+4+4+4+44"),
        new("GET /api/schools/{schoolId}/library/", School + "/library?year=2024", "33+4+4+33"),
        new("GET /api/schools/{schoolId}/library/content", School + "/library/content?path=x", "334444433"),
        new("GET /api/schools/{schoolId}/library/rights", School + "/library/rights", "33+4+4+33"),
        new("POST /api/schools/{schoolId}/library/rights", School + "/library/rights", "33+434+33", "{}"),
        new("GET /api/schools/{schoolId}/library/folders", School + "/library/folders", "33+434+33"),
        new("POST /api/schools/{schoolId}/library/verify", School + "/library/verify", "33+433333", """{"year":0}"""),
        new("POST /api/schools/{schoolId}/library/passes", School + "/library/passes", "33+434+33", """{"personId":"p0001","lastDay":"2000-01-01"}"""),
        new("DELETE /api/schools/{schoolId}/library/passes/{passId}", School + "/library/passes/unknown", "334434433"),
        new("GET /api/schools/{schoolId}/inbox/", School + "/inbox", "33+433333"),
        new("POST /api/schools/{schoolId}/inbox/scan", School + "/inbox/scan", "33+433333", "{}"),
        new("POST /api/inbox/{paperId}/reading", "/api/inbox/unknown/reading", "334433333", "{}"),
        new("POST /api/inbox/{paperId}/attachment", "/api/inbox/unknown/attachment", "334433333", "{}"),
        new("POST /api/inbox/{paperId}/dismiss", "/api/inbox/unknown/dismiss", "334433333", "{}"),
        new("GET /api/records/{id}/library/", Record + "/library", "+4+4+4+44"),
        new("GET /api/records/{id}/library/content", Record + "/library/content", "444444444"),
        new("POST /api/records/{id}/library-reading", Record + "/library-reading", "444444444", "{}"),
        new("POST /api/schools/{schoolId}/package", School + "/package?year=1999", "33+433333"),
        new("POST /api/schools/{schoolId}/returns", School + "/returns", "33+433333", Upload),
        new("GET /api/library/state", "/api/library/state", "33++3" + "3+3+"),
        new("GET /api/filings/{filingId}/", "/api/filings/unknown", "334444433"),
        new("GET /api/filings/{filingId}/items", "/api/filings/unknown/items", "334444433"),
        new("GET /api/filings/{filingId}/events", "/api/filings/unknown/events", "334444433"),
        new("POST /api/filings/{filingId}/cancel", "/api/filings/unknown/cancel", "334433333"),
        new("POST /api/filings/{filingId}/resume", "/api/filings/unknown/resume", "334433333"),
        new("POST /api/filings/{filingId}/items/{itemId}/retry", "/api/filings/unknown/items/x/retry", "334433333"),
        new("POST /api/sign-out", "/api/sign-out", "+++++++++"),
    ];
}
