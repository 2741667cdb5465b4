namespace CadreDocs.Service.Tests.Identity;

/// <summary>One call with what each caller gets.</summary>
/// <param name="Call">Method and route, as the service maps it.</param>
/// <param name="Address">The address that is called.</param>
/// <param name="Expected">For each of <see cref="EndpointTable.Callers"/>: + is <see cref="Success"/>, 3 is 403, 4 is 404; 9 is 409 and 2 is 422: the right is there, the state of things or the values refuse.</param>
/// <param name="Body">JSON that is sent; <c>file</c> for an upload; null for none.</param>
/// <param name="Thing">What the call is about, made new for each caller (<see cref="EndpointThing"/>).</param>
/// <param name="Success">The exact status for +.</param>
public sealed record EndpointRow(string Call, string Address, string Expected, string? Body = null, string Thing = "", int Success = 200)
{
    /// <summary>Short, for the list of tests.</summary>
    public override string ToString() => $"{Call} {Thing}";
}

/// <summary>Every endpoint × every role, seen from the own and from a foreign school. The school is s-chenlu, the person p1002, one of its cadres.</summary>
internal static class EndpointTable
{
    public const string Upload = "file";

    /// <summary>Stands in address and body for the id of the row's thing.</summary>
    public const string Thing = "THING";

    /// <summary>A session as it is typed.</summary>
    public const string NewSession = """{"date":"2024-12-03","place":"会议室","topic":"研讨","lecturer":"","carrier":"study","content":"politics"}""";

    public static readonly (string PersonId, string Who)[] Callers =
    [
        ("p1002", "the cadre"), ("p1003", "a colleague"), ("p1001", "the secretary"), ("p2001", "a foreign secretary"), ("p0001", "the reviewer"),
        ("p3002", "a foreign reviewer"), ("p0002", "the officer"), ("p0003", "the region's chair"), ("p0004", "the administrator"),
    ];

    private const string School = "/api/schools/s-chenlu";
    private const string Record = "/api/records/rec-p1002-reflection-2024";
    private const string JointSession = """{"session":""" + NewSession + "}";

    //   cadre, colleague, secretary, foreign secretary, reviewer, foreign reviewer, officer, chair, administrator
    public static readonly EndpointRow[] Rows =
    [
        new("GET /api/session", "/api/session", "+++++++++"),
        new("GET /api/pane/settings", "/api/pane/settings", "+++++++++"),
        new("GET /api/development/people", "/api/development/people", "+++++++++"),
        new("POST /api/development/sign-in", "/api/development/sign-in", "444444444", """{"personId":"nobody"}"""),
        new("GET /api/scheme/{year:int}", "/api/scheme/2024", "+++++++++"),
        new("GET /api/changes", "/api/changes?schoolId=s-chenlu", "33+3+3+33"),
        new("POST /api/acts/{id}/undo", "/api/acts/THING/undo", "+44444444", Thing: "act", Success: 204),
        new("GET /api/duties", "/api/duties?personId=p1002", "+4+4+4+44"),
        new("GET /api/schools/{id}/sessions/earlier", School + "/sessions/earlier?year=2024", "+++4+4+++"),
        new("GET /api/deadlines/{year:int}/", "/api/deadlines/2024", "+++++++++"),
        new("PUT /api/deadlines/{year:int}/", "/api/deadlines/2024", "333333+33", """{"deadlines":[]}"""),
        new("GET /api/digests", "/api/digests", "+++++++++"),
        new("POST /api/digests/send", "/api/digests/send", "333333339"),
        new("GET /api/digests/export", "/api/digests/export", "333333+33"),
        new("GET /api/schools/{id}/digest", School + "/digest", "44+444+44"),
        new("GET /api/schools/{id}/duties", School + "/duties?year=2024", "33+3+3+33"),

        new("GET /api/records/", "/api/records?schoolId=s-chenlu", "33+3+3+33"),
        new("POST /api/records/", "/api/records", "+3+333333", """{"formId":"duty-report","year":2022,"personId":"p1002"}""", "no-record:duty-report", 201),
        new("POST /api/records/", "/api/records", "33+333333", """{"formId":"annual-plan","year":2022,"schoolId":"s-chenlu"}""", "no-record:annual-plan", 201),
        new("GET /api/records/{id}", Record, "+4+4+4+44"),
        new("GET /api/records/{id}", "/api/records/rec-p1002-duty-report-2024", "+4+444+44"),
        new("GET /api/records/{id}", "/api/records/rec-chenlu-annual-plan-2024", "44+4+4+44"),
        new("PUT /api/records/{id}", Record, "+4+434344", """{"data":{}}""", "draft:rec-p1002-reflection-2024"),
        new("GET /api/records/{id}/document", Record + "/document", "+4+4+4+44"),
        new("GET /api/records/{id}/document", "/api/records/rec-p1002-duty-report-2024/document", "+4+444+44"),
        new("GET /api/records/{id}/history", Record + "/history", "+4+4+4+44"),
        new("GET /api/records/{id}/draft", "/api/records/rec-p1002-semester-summary-1-2024/draft", "+4+434344", Thing: "draft:rec-p1002-semester-summary-1-2024"),
        new("POST /api/records/{id}/submit", Record + "/submit", "+43434344", Thing: "draft:rec-p1002-reflection-2024"),
        new("POST /api/records/{id}/withdraw", Record + "/withdraw", "+43434344", Thing: "submitted:rec-p1002-reflection-2024"),
        new("POST /api/records/{id}/accept", Record + "/accept", "34+434344", Thing: "submitted:rec-p1002-reflection-2024"),
        new("POST /api/records/{id}/return", Record + "/return", "34+434344", """{"comment":"请补充"}""", "submitted:rec-p1002-reflection-2024"),
        new("POST /api/records/{id}/reopen", Record + "/reopen", "34+434944", Thing: "accepted:rec-p1002-reflection-2024"),
        new("POST /api/records/{id}/accept", "/api/records/rec-chenlu-annual-plan-2024/accept", "44+4+4+44", Thing: "submitted:rec-chenlu-annual-plan-2024"),
        new("POST /api/records/{id}/accept", "/api/records/rec-p1001-reflection-2024/accept", "4434+4+44", Thing: "submitted:rec-p1001-reflection-2024"),
        new("POST /api/records/{id}/printed", Record + "/printed", "+4+434344"),
        new("POST /api/records/{id}/attachments", Record + "/attachments", "+4+434344", Upload, "draft:rec-p1002-reflection-2024", 201),
        new("GET /api/attachments/{id}", "/api/attachments/THING", "+4+4+4+44", Thing: "attachment"),
        new("DELETE /api/attachments/{id}", "/api/attachments/THING", "+4+434344", Thing: "attachment", Success: 204),
        new("POST /api/readings/", "/api/readings?recordId=THING", "+3+333333", Upload, "document"),
        new("POST /api/readings/{id}/apply", "/api/readings/THING/apply", "+44444444", Thing: "reading"),
        new("GET /api/records/{id}/texts/", Record + "/texts", "+4+4+4+44"),
        new("PUT /api/records/{id}/texts/", Record + "/texts", "+4+434344", """{"texts":[]}""", "draft:rec-p1002-reflection-2024"),

        new("GET /api/district/", "/api/district", "333333+3+"),
        new("POST /api/district/regions", "/api/district/regions", "333333332", """{"code":"","name":""}"""),
        new("PUT /api/district/regions/{id}", "/api/district/regions/r-west", "333333332", """{"code":"","name":""}"""),
        new("DELETE /api/district/regions/{id}", "/api/district/regions/r-west", "333333339"),
        new("POST /api/district/schools", "/api/district/schools", "333333332", """{"code":"","name":"","stage":"","regionId":""}"""),
        new("PUT /api/district/schools/{id}", "/api/district/schools/s-chenlu", "333333332", """{"code":"","name":"","stage":"","regionId":""}"""),
        new("DELETE /api/district/schools/{id}", "/api/district/schools/s-chenlu", "333333339"),
        new("GET /api/grants/", "/api/grants", "333333+3+"),
        new("POST /api/grants/", "/api/grants", "333333332", """{"personId":"p1002","role":""}"""),
        new("DELETE /api/grants/{id}", "/api/grants/unknown", "333333334"),
        new("GET /api/logins/", "/api/logins", "333333+3+"),
        new("POST /api/logins/", "/api/logins", "333333332", """{"rows":[]}"""),
        new("POST /api/logins/people", "/api/logins/people", "333333332", """{"name":""}"""),
        new("PUT /api/logins/{personId}", "/api/logins/p1002", "333333332", """{"login":"a b"}"""),

        new("GET /api/schools", "/api/schools", "+++++++++"),
        new("PUT /api/schools/{id}", School, "33+43433+", """{"trainingLead":"顾念慈"}""", "school"),
        new("GET /api/schools/{id}/roster", School + "/roster?year=2024", "44+4+4+4+"),
        new("GET /api/schools/{id}/contradictions", School + "/contradictions?year=2024", "44+4+4+44"),
        new("GET /api/records/{id}/contradictions", Record + "/contradictions", "+4+4+4+44"),
        new("POST /api/records/{id}/contradictions/settle", Record + "/contradictions/settle", "949494944", """{"field":"post","onSheet":"","inRoster":"","right":"roster"}""", "draft:rec-p1002-reflection-2024"),
        new("GET /api/schools/{id}/roster/export", School + "/roster/export?year=2024&format=csv", "44+4+4+4+"),
        new("GET /api/schools/{id}/binder", School + "/binder?year=2024", "449494944"),
        new("GET /api/schools/{id}/preflight", School + "/preflight?year=2024", "44+4+4+44"),
        new("POST /api/schools/{id}/roster/cadres", School + "/roster/cadres", "33+43433+", """{"name":"新来THING","post":"干事","from":"2024-09-01"}""", "new-name", 201),
        new("POST /api/schools/{id}/roster/transfers", School + "/roster/transfers", "33+43433+", """{"personId":"THING","post":"主任","from":"2024-11-01"}""", "cadre:s-qinghe"),
        new("POST /api/schools/{id}/roster/departures", School + "/roster/departures", "33+43433+", """{"personId":"THING","lastDay":"2024-10-31"}""", "cadre:s-chenlu", 204),
        new("POST /api/schools/{id}/roster/imports", School + "/roster/imports", "33+43433+", Upload, "roster"),
        new("POST /api/roster-imports/{id}/apply", "/api/roster-imports/THING/apply", "44+44444+", Thing: "import"),
        new("PUT /api/people/{id}", "/api/people/p1002", "44+43434+", "{}", "person"),
        new("PUT /api/people/{id}/posts/{postId}", "/api/people/p1002/posts/a-p1002", "44+43434+", """{"post":"副园长","from":"2018-09-01"}""", "person"),
        new("DELETE /api/people/{id}/posts/{postId}", "/api/people/p1002/posts/a-p1002", "449434349", Thing: "person"),
        new("PUT /api/people/{id}/filing-school", "/api/people/p1002/filing-school", "44+43434+", """{"schoolId":"s-chenlu","from":"2024-09-01"}""", "person"),
        new("GET /api/people/find", "/api/people/find?query=nobody", "33++3333+"),

        new("GET /api/schools/{id}/sessions/", School + "/sessions?year=2024", "+++4+4+++"),
        new("POST /api/schools/{id}/sessions/", School + "/sessions?year=2024", "33+434333", NewSession, Success: 201),
        new("PUT /api/schools/{id}/sessions/{sessionId}", School + "/sessions/THING", "33+434333", NewSession, "session"),
        new("DELETE /api/schools/{id}/sessions/{sessionId}", School + "/sessions/THING", "33+434333", Thing: "session", Success: 204),
        new("POST /api/schools/{id}/sessions/carry", School + "/sessions/carry?year=2024", "339434333"),
        new("GET /api/schools/{id}/attendance/", School + "/attendance?year=2024", "+++4+4+44"),
        new("PUT /api/schools/{id}/attendance/", School + "/attendance?year=2024", "33+434333", """{"marks":[]}"""),
        new("GET /api/schools/{id}/years/{year:int}/", School + "/years/2024", "+++4+4+++"),
        new("GET /api/schools/{id}/years/{year:int}/check", School + "/years/2024/check", "44+4+4+44"),
        new("POST /api/schools/{id}/years/{year:int}/close", School + "/years/2024/close", "339434333", "{}"),
        new("POST /api/schools/{id}/years/{year:int}/reopen", School + "/years/2024/reopen", "333434433", """{"reason":"更正"}"""),
        new("GET /api/regions/", "/api/regions?year=2024", "+++++++++"),
        new("PUT /api/regions/{id}/theme", "/api/regions/r-east/theme?year=2024", "3333333+3", """{"theme":"看见人的管理"}"""),
        new("PUT /api/regions/{id}/theme", "/api/regions/r-west/theme?year=2024", "333333333", """{"theme":"看见人的管理"}"""),
        new("POST /api/regions/{id}/joint-sessions", "/api/regions/r-west/joint-sessions?year=2024", "333333333", JointSession),
        new("PUT /api/regions/{id}/joint-sessions/{sessionId}", "/api/regions/r-west/joint-sessions/x?year=2024", "333333333", NewSession),
        new("DELETE /api/regions/{id}/joint-sessions/{sessionId}", "/api/regions/r-west/joint-sessions/x", "333333333"),

        new("GET /api/schools/{id}/board", School + "/board?year=2024", "44+4+4+44"),
        new("GET /api/schools/{id}/credits/", School + "/credits?year=2024", "44+4+4+44"),
        new("PUT /api/schools/{id}/credits/{personId}", School + "/credits/p1002?year=2024", "44+434344", "{}", "credit"),
        new("GET /api/schools/{id}/credits/document", School + "/credits/document?year=2024", "44+4+4+44"),
        new("GET /api/dashboard", "/api/dashboard?year=2024", "3333+++33"),
        new("GET /api/dashboard/months", "/api/dashboard/months?year=2024", "3333+++33"),
        new("GET /api/inspections", "/api/inspections", "+++++++++"),
        new("GET /api/inspections/holders", "/api/inspections/holders", "333333+33"),
        new("POST /api/inspections/{id}/revoke", "/api/inspections/THING/revoke", "333333+33", "{}", "inspection"),
        new("GET /api/schools/{id}/inspections", School + "/inspections", "44+444+44"),
        new("POST /api/schools/{id}/inspections", School + "/inspections", "333434+33", """{"holderId":"p0001","schoolPortfolio":true,"personalPortfolios":false,"from":"2024-11-15","until":"2024-11-20","purpose":"调研"}"""),
        new("GET /api/schools/{id}/sheets/{formId}/document", School + "/sheets/session-schedule/document?year=2024", "44+4+4+44"),
        new("GET /api/schools/{id}/sheets/{formId}/document", School + "/sheets/attendance/document?year=2024", "44+434+44"),
        new("GET /api/people/{id}/sheets/training-credits/document", "/api/people/p1002/sheets/training-credits/document?year=2024", "+4+4+4+44"),
        new("GET /api/people/{id}/ledger", "/api/people/p1002/ledger", "+4+4+4+44"),
        new("POST /api/people/{id}/opening-years", "/api/people/p1002/opening-years", "+4+434344", """{"year":2016,"proof":"证书"}""", "no-opening:2016"),
        new("POST /api/people/{id}/opening-years/{year:int}/confirm", "/api/people/p1002/opening-years/2016/confirm", "3434+4+44", Thing: "opening:2016"),
        new("POST /api/people/{id}/opening-years/{year:int}/withdraw", "/api/people/p1002/opening-years/2016/withdraw", "3434+4+44", """{"reason":"有误"}""", "confirmed:2016"),
        new("DELETE /api/people/{id}/opening-years/{year:int}", "/api/people/p1002/opening-years/2016", "+4+444444", Thing: "opening:2016", Success: 204),
        new("POST /api/people/{id}/trainings/", "/api/people/p1002/trainings", "+4+434344", """{"name":"THING","level":"区级","from":"2024-03","to":"2024-03","credit":1}""", "new-name"),
        new("PUT /api/people/{id}/trainings/{trainingId}", "/api/people/p1002/trainings/THING", "+4+434344", """{"name":"THING","level":"区级","from":"2024-03","to":"2024-03","credit":1}""", "training"),
        new("DELETE /api/people/{id}/trainings/{trainingId}", "/api/people/p1002/trainings/THING", "+4+444444", Thing: "training", Success: 204),
        new("POST /api/people/{id}/trainings/{trainingId}/certificate/", "/api/people/p1002/trainings/THING/certificate", "+4+434344", Upload, "training"),
        new("GET /api/people/{id}/trainings/{trainingId}/certificate/", "/api/people/p1002/trainings/THING/certificate", "+4+4+4+44", Thing: "certificate"),
        new("DELETE /api/people/{id}/trainings/{trainingId}/certificate/", "/api/people/p1002/trainings/THING/certificate", "+4+434344", Thing: "certificate"),
        new("GET /api/schools/{id}/platform", School + "/platform?year=2020", "44+4+4+44"),
        new("POST /api/schools/{id}/platform/filings", School + "/platform/filings?year=2024", "449434344", "{}"),
        new("GET /api/platform-filings/{id}/workbook", "/api/platform-filings/THING/workbook", "44+4+4+44", Thing: "platform-filing"),
        new("POST /api/platform-filings/{id}/withdraw", "/api/platform-filings/THING/withdraw", "44+434+44", """{"reason":"有误"}""", "platform-filing"),
        new("PUT /api/platform-filings/{id}/receipt", "/api/platform-filings/THING/receipt", "44+444444", """{"receipt":"回执"}""", "platform-filing"),
        new("GET /api/review/", "/api/review?year=2024", "3333+++33"),
        new("GET /api/review/workbook", "/api/review/workbook?year=2024", "3333++333"),
        new("POST /api/review/workbook", "/api/review/workbook?year=2024", "3333++333", Upload, "workbook"),
        new("GET /api/review/rows", "/api/review/rows?year=2024", "3333++333"),
        new("POST /api/review/rows", "/api/review/rows?year=2024", "3333++333", """{"rows":[]}"""),
        new("PUT /api/review/lines/{personId}", "/api/review/lines/p1002?year=2024", "3333+4333", """{"opinion":"退回补正","reason":"请补材料"}""", "credit"),
        new("POST /api/review/schools/{id}/accept-clean", "/api/review/schools/s-chenlu/accept-clean?year=2024", "3333+4333"),
        new("POST /api/review/schools/{id}/sign-off", "/api/review/schools/s-chenlu/sign-off?year=2024", "333394333"),
        new("DELETE /api/review/schools/{id}/sign-off", "/api/review/schools/s-chenlu/sign-off?year=2024", "444444444"),

        new("GET /api/evaluations", "/api/evaluations?year=2024", "3333+++33"),
        new("GET /api/schools/{id}/evaluation", School + "/evaluation?year=2024", "44+4+4+44"),
        new("PUT /api/schools/{id}/evaluation", School + "/evaluation?year=2024", "4434+4+44", """{"grade":"good","comment":"好"}""", "evaluation"),
        new("GET /api/results/workbook", "/api/results/workbook?year=2024&purpose=x", "333333+33"),

        new("GET /api/schools/{schoolId}/filings/", School + "/filings?year=2024", "33+4+4+33"),
        new("POST /api/schools/{schoolId}/filings/", School + "/filings", "339433333", """{"year":2023}""", Success: 202),
        new("GET /api/schools/{schoolId}/archive", School + "/archive?year=2024", "33+4+4+33"),
        new("GET /api/people/{id}/archive", "/api/people/p1002/archive?year=2024", "+4+4+4+44"),
        new("GET /api/schools/{schoolId}/library/", School + "/library?year=2024", "33+4+4+33"),
        new("GET /api/schools/{schoolId}/library/content", School + "/library/content?path=x", "334444433"),
        new("GET /api/schools/{schoolId}/library/rights", School + "/library/rights", "33+4+4+33"),
        new("POST /api/schools/{schoolId}/library/rights", School + "/library/rights", "33+434+33", "{}", Success: 202),
        new("GET /api/schools/{schoolId}/library/folders", School + "/library/folders", "33+434+33"),
        new("POST /api/schools/{schoolId}/library/verify", School + "/library/verify", "33+433333", """{"year":2024}"""),
        new("POST /api/schools/{schoolId}/library/passes", School + "/library/passes", "33+434+33", """{"personId":"p0001","lastDay":"2024-12-20"}"""),
        new("DELETE /api/schools/{schoolId}/library/passes/{passId}", School + "/library/passes/THING", "33+434+33", Thing: "library-pass"),
        new("GET /api/schools/{schoolId}/inbox/", School + "/inbox", "33+433333"),
        new("POST /api/schools/{schoolId}/inbox/scan", School + "/inbox/scan", "33+433333", "{}"),
        new("POST /api/inbox/{paperId}/reading", "/api/inbox/THING/reading", "339433333", "{}", "paper"),
        new("POST /api/inbox/{paperId}/attachment", "/api/inbox/THING/attachment", "339433333", "{}", "paper"),
        new("POST /api/inbox/{paperId}/dismiss", "/api/inbox/THING/dismiss", "33+433333", "{}", "paper", 204),
        new("GET /api/records/{id}/library/", Record + "/library", "+4+4+4+44"),
        new("GET /api/records/{id}/library/content", Record + "/library/content", "444444444"),
        new("POST /api/records/{id}/library-reading", Record + "/library-reading", "444444444", "{}"),
        new("POST /api/schools/{schoolId}/package", School + "/package?year=1999", "33+433333"),
        new("POST /api/schools/{schoolId}/returns", School + "/returns", "33+433333", Upload, "package"),
        new("GET /api/library/state", "/api/library/state", "33++3" + "3+3+"),
        new("GET /api/filings/{filingId}/", "/api/filings/THING", "33+4+4+33", Thing: "filing"),
        new("GET /api/filings/{filingId}/items", "/api/filings/THING/items", "33+4+4+33", Thing: "filing"),
        new("GET /api/filings/{filingId}/events", "/api/filings/THING/events", "33+4+4+33", Thing: "filing"),
        new("POST /api/filings/{filingId}/cancel", "/api/filings/THING/cancel", "33+433333", Thing: "filing"),
        new("POST /api/filings/{filingId}/resume", "/api/filings/THING/resume", "33+433333", Thing: "filing"),
        new("POST /api/filings/{filingId}/items/{itemId}/retry", "/api/filings/THING/items/THING-1/retry", "33+433333", Thing: "filing"),
        new("POST /api/sign-out", "/api/sign-out", "+++++++++"),
    ];
}
