// Generated from openapi.json by npm run api.
export interface paths {
    "/api/acts/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes back what one request of the asker's changed; the answers of writes name it in the header `X-Act`. */
        post: operations["UndoAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file's bytes; always as a download, never shown inside our pages. */
        get: operations["DownloadAttachment"];
        put?: never;
        post?: never;
        /** Removes a file while its record may still be changed. */
        delete: operations["RemoveAttachment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The latest 500 changes of a school, a person or a record, newest first. Attendance marks and restricted papers are left out for a reviewer.
         * @description The whole district is for the officer and for a reviewer of all schools. `before` is the id of the last line seen: the 500 before it.
         */
        get: operations["ListChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The district's year for the officer, the assigned schools' for a reviewer: completeness by school, credits by year, exceptions. */
        get: operations["GetDashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/months": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Completeness by school and month, for the same people. */
        get: operations["GetDashboardMonths"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deadlines/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last days of a year's papers, set or not. */
        get: operations["GetDeadlines"];
        /** Sets last days; the officer of the college only. What is not named stays. */
        put: operations["SetDeadlines"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/development/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody in the roster, those with more rights first. */
        get: operations["ListDevelopmentPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/development/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in as this person. */
        post: operations["SignInForDevelopment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/digests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether messages go out, and what the asker would get now; no letter means that nothing is owed. */
        get: operations["GetDigests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/digests/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same for all schools. */
        get: operations["ExportDistrictDigest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/digests/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends the week's messages now; who has had one this week gets no second. */
        post: operations["SendDigests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/district": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All regions and schools. */
        get: operations["GetDistrict"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/district/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds a region. */
        post: operations["AddRegion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/district/regions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a region's code and name. */
        put: operations["EditRegion"];
        post?: never;
        /** Takes out a region without schools. */
        delete: operations["RemoveRegion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/district/schools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds a school. */
        post: operations["AddSchool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/district/schools/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a school's code, name, kind and region. */
        put: operations["EditDistrictSchool"];
        post?: never;
        /** Takes out a school that was entered by mistake. */
        delete: operations["RemoveSchool"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人现在欠什么: what a cadre owes in a year, with clause, turn and state. */
        get: operations["ListDuties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The schools that the asker evaluates, each with plan, summary, completeness and credits beside what was written. */
        get: operations["ListEvaluations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{filingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A filing with its numbers and everything that did not work. */
        get: operations["GetFiling"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{filingId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops after the files that are under way. What is filed stays filed. */
        post: operations["CancelFiling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{filingId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The numbers of a filing as server-sent events: `progress` whenever they change, `end` at last. */
        get: operations["WatchFiling"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{filingId}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files of a filing in the order of the binder. */
        get: operations["ListFilingItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{filingId}/items/{itemId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tries one file again; with `replace` the record wins over what stands in the library. */
        post: operations["RetryFilingItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{filingId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goes on with what was cancelled or failed. Conflicts stay until somebody decides each. */
        post: operations["ResumeFiling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All roles, the district's first. */
        get: operations["ListGrants"];
        put?: never;
        /** Gives somebody a role. */
        post: operations["AddGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a role back. */
        delete: operations["RemoveGrant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/{paperId}/attachment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a scan beside its record; the code by which it was recognised must still be the record's. */
        post: operations["AttachInboxPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/{paperId}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a paper aside; the file itself stays where it is, and comes up again only if somebody changes it. */
        post: operations["DismissInboxPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/{paperId}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads a paper in: nothing is changed yet, the answer shows what applying would change. */
        post: operations["ReadInboxPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The asker's own passes that hold today or later; for the officer all passes, the newest first. */
        get: operations["ListInspections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a pass back before its last day; the officer only. */
        post: operations["RevokePass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/holders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may hold a pass; for the officer. */
        get: operations["ListPassHolders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/library/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether papers can be filed, as found when the service started or since, whether the rights are set and the inbox is looked after. */
        get: operations["GetLibraryState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/logins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The first hundred people by name, platform number or login. */
        get: operations["ListLogins"];
        put?: never;
        /** Sets the logins of many people by their platform numbers, all or none. */
        post: operations["SetLogins"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/logins/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets or takes away a login. */
        put: operations["EditLogin"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/logins/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds somebody who is no cadre, so that roles can be given to them. Cadres come into the roster of their school. */
        post: operations["AddPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pane/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the pane signs people in. */
        get: operations["GetPaneSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a person's values or post from a day on; the values of earlier days stay known to the sheets of those days. */
        put: operations["EditPerson"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A cadre's own accepted papers of a year, from every school of that year. The school's secretary may hand it over, too. */
        get: operations["DownloadOwnArchive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/filing-school": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says which school files the person's 表4 from a day on (A32); the posts at the others become second posts. */
        put: operations["SetFilingSchool"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A person's credits by period and year; every year with its proof. A period without rates is refused with who must set them.
         * @description Periods with a year that is declared or entered, today's, and that of `year`.
         */
        get: operations["GetLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/opening-years": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enters a year before the rule with its proof; it counts once the college confirms it. */
        post: operations["AddOpeningYear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/opening-years/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes an opening year away again while the college has not confirmed it. */
        delete: operations["RemoveOpeningYear"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/opening-years/{year}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The college confirms an opening year; nobody confirms own years. */
        post: operations["ConfirmOpeningYear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/opening-years/{year}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The college takes its confirmation back, with a reason; the year waits again and counts no more. */
        post: operations["WithdrawOpeningYear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/posts/{postId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Corrects a post's name, first and last day. The post before or after it at the same school moves its own end along. */
        put: operations["EditPost"];
        post?: never;
        /** Takes out a post that was entered by mistake. */
        delete: operations["RemovePost"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/sheets/training-credits/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 表12 of a cadre for the period that holds the year. */
        get: operations["GetTrainingCredits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/trainings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds a training. */
        post: operations["AddTraining"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/trainings/{trainingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a training; needs If-Match. */
        put: operations["EditTraining"];
        post?: never;
        /** Removes a training; needs If-Match. */
        delete: operations["RemoveTraining"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/trainings/{trainingId}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The scan; always as a download. */
        get: operations["GetCertificate"];
        put?: never;
        /** Keeps the scan of a certificate; one that was there is replaced. */
        post: operations["PutCertificate"];
        /** Takes the scan away; the training stays. */
        delete: operations["RemoveCertificate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People with exactly this platform number or name; a part of either finds nobody. */
        get: operations["FindPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/platform-filings/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keeps the platform's receipt. */
        put: operations["SetPlatformReceipt"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/platform-filings/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a filing back, so that its people can be filed anew: the school as long as the platform gave no receipt, afterwards the college. */
        post: operations["WithdrawPlatformFiling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/platform-filings/{id}/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The import sheet of a filing. */
        get: operations["GetPlatformWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads a filled .docx or .xlsx. Nothing is changed yet: the answer shows, field by field, what applying would change. */
        post: operations["ReadDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readings/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a reading's values into its record. */
        post: operations["ApplyReading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Records of a person or a school in a year; papers in force over several years are in each of them. */
        get: operations["ListRecords"];
        put?: never;
        /** Begins a record with what is already known filled in. */
        post: operations["StartRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A record with its values; the ETag is its version. */
        get: operations["GetRecord"];
        /** Puts new values in place of the old ones. */
        put: operations["WriteRecord"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts the paper. */
        post: operations["AcceptRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps a file beside a record: the paper itself, a signed scan, a lecture script, a certificate. */
        post: operations["AddAttachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/contradictions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same of one sheet. */
        get: operations["GetContradictions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/contradictions/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settles one: the sheet is corrected, or the roster gets a dated value. Needs If-Match with the record's version. What is left is answered. */
        post: operations["SettleContradiction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The record as a document, named as in the library. */
        get: operations["DownloadDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A first text of the paper from the owner's own year, each paragraph with the records it rests on. Nothing is changed. */
        get: operations["GetDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that was changed in the record, newest first. */
        get: operations["GetRecordHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/library": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the paper's document in the library is still as it was filed; asks the library, by its tag first and by its text only where that moved. */
        get: operations["GetLibraryCopy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/library-reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads a record's own document back from the library, where somebody filled it in there. */
        post: operations["ReadFromLibrary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/library/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The paper's document as the library holds it now. */
        get: operations["GetLibraryCopyContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/printed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Notes that the paper was printed as it stands: once a value changes, that print is void. */
        post: operations["MarkPrinted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens an accepted or filed paper again. */
        post: operations["ReopenRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Returns the paper with a comment. */
        post: operations["ReturnRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hands the paper in. */
        post: operations["SubmitRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The record with the text of every place, spelled as in a fresh document. */
        get: operations["GetTexts"];
        /** Saves texts of a document, read as an uploaded document is. Places that are not named keep their values: a deleted control deletes nothing. */
        put: operations["WriteTexts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the paper back before it is judged. */
        post: operations["WithdrawRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All regions with theme and joint sessions of a year. */
        get: operations["ListRegions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regions/{id}/joint-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds a joint session; it lands as a session in 表3 and 表2 of each school. */
        post: operations["AddJointSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regions/{id}/joint-sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a joint session in all schools that have not held it yet; needs If-Match. */
        put: operations["EditJointSession"];
        post?: never;
        /** Takes a joint session out of every school's 表3 and 表2; needs If-Match. */
        delete: operations["CancelJointSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regions/{id}/theme": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets the region's theme of the year; needs If-Match (0 until set). */
        put: operations["SetRegionTheme"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The results of a year as a workbook; the officer only, and the purpose is kept in the history (R88). */
        get: operations["GetResultsWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The schools of the reviewer, those with open exceptions first. */
        get: operations["GetReviewQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/review/lines/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Gives or takes back one opinion; needs If-Match (0 while nothing was written). */
        put: operations["EditOpinion"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/review/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows of the audit workbook as they stand now, for a workbook that is open in Excel. */
        get: operations["GetReviewRows"];
        put?: never;
        /** Takes changed rows of an open workbook: what is sound is applied, what changed since comes back as a conflict, what has a fault is named. Merged as an upload is. */
        post: operations["SaveReviewRows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/review/schools/{id}/accept-clean": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agrees to all plain rows of a school in one act: complete, nothing typed by hand, no opinion yet, not the reviewer's own. */
        post: operations["AcceptCleanLines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/review/schools/{id}/sign-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs a school's year: every row has an opinion, and nothing of it changes any more. */
        post: operations["SignOff"];
        /** Takes a signature back: the officer, or whoever signed. */
        delete: operations["TakeBackSignOff"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/review/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit workbook of the reviewer's schools; it works offline and is merged on return. */
        get: operations["GetReviewWorkbook"];
        put?: never;
        /** Takes a marked workbook: opinions that were written into unchanged rows are applied, rows that changed since the download are listed as conflicts. */
        post: operations["UploadReviewWorkbook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roster-imports/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Applies a preview: all rows or none. */
        post: operations["ApplyRosterImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scheme/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The scheme version that this year's papers are made under. */
        get: operations["GetScheme"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The schools that one may see, in the order of their codes. */
        get: operations["ListSchools"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes who leads the school's training on 表4. */
        put: operations["EditSchool"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Attendance of a school's year; a cadre sees the own row only, and only the school and the bureau see who was ill. */
        get: operations["GetAttendance"];
        /** Sets marks, all or none. Look-alikes (✓ ○ 0 ▲ …) are normalised with a notice. */
        put: operations["SetMarks"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/binder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The accepted papers of a year as one document: cover, contents with page numbers, items in official order. */
        get: operations["GetBinder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A school's year: cadres × items with states, and the school's own papers. */
        get: operations["GetBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/contradictions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Facts that a year's sheets of a school's cadres state otherwise than the roster. */
        get: operations["ListContradictions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/credits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 表4 as it stands: every number with the papers behind it, gaps by name, what is declared and what is recognised. */
        get: operations["GetCredits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/credits/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Types numbers that differ from the papers, and declares the credit; needs If-Match (0 while nothing was written). */
        put: operations["EditCredit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/credits/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 表4 as a document of the moment. Its content code becomes the printed one: a later change makes this print void (R66). */
        get: operations["GetCreditDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/digest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a school's cadres still owe: a text without names for a messaging group, or a table with names. */
        get: operations["ExportDigest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a school and all its cadres owe in a year. */
        get: operations["ListSchoolDuties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/evaluation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One school's evaluation; the school reads its own. */
        get: operations["GetEvaluation"];
        /** Writes a school's evaluation; needs If-Match (0 while there is none). The data of the moment is kept with it. */
        put: operations["SetEvaluation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The passes of a school and every reading under them: for the school and the bureau. */
        get: operations["GetSchoolInspections"];
        put?: never;
        /** Issues a pass; the bureau's officer only. */
        post: operations["IssuePass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/platform": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would be filed for the period of this year, with every fault. */
        get: operations["GetPlatform"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/platform/filings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Files the period: the import sheet is kept as it was, so that nothing is filed twice. */
        post: operations["FilePlatform"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/preflight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What to know before printing: whether PDF can be made here, and papers of a year with characters that their fonts cannot draw. */
        get: operations["GetPreflight"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/roster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cadres of a school's year with posts and dated values. */
        get: operations["GetRoster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/roster/cadres": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds a cadre who is in no roster yet. */
        post: operations["AddCadre"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/roster/departures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends someone's posts at this school with a last day. Where a post at another school goes on, that school files 表4 from then on. */
        post: operations["EndPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/roster/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cadres in office today as .xlsx (default) or .csv, ids and months as text. */
        get: operations["ExportRoster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/roster/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reads an .xlsx or .csv and shows what it would change; nothing is changed yet.
         * @description Form fields: file; mapping, a JSON object heading → field key (null leaves a column out), remembered for this school;
         *     whole, true where the file is the whole roster, so that whoever is not in it leaves (default: it only adds and changes);
         *     from, the day from which changes hold, such as 2024-09-01 (default today).
         */
        post: operations["PreviewRosterImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/roster/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes someone over from another school from a day on, brings back who left, or adds a second post here. */
        post: operations["TransferCadre"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sessions of a school's year in the order of days. */
        get: operations["ListSessions"];
        put?: never;
        /** Adds a session. */
        post: operations["AddSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a session; needs If-Match. */
        put: operations["EditSession"];
        post?: never;
        /** Removes a session that has no marks; needs If-Match. */
        delete: operations["RemoveSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/sessions/carry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plans the own sessions of the last year that has some again, each on the same weekday of the same week; the region's joint ones are the region's to plan. */
        post: operations["CarrySessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/sessions/earlier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plan that the year may begin from: the last one before it, whether that was a year ago or longer. */
        get: operations["GetEarlierPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/sheets/{formId}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 表2 (attendance), 表3 (session-schedule), 表5-1 (platform-ethics) or 表5-2 (platform-skills) as docx (default) or xlsx. */
        get: operations["GetSchoolSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/years/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the year was handed in. */
        get: operations["GetYear"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/years/{year}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is still open before the year is handed in: blank marks, missing papers by name, papers that wait. */
        get: operations["CheckYear"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/years/{year}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes the year: every blank mark is confirmed as 不计, the credits as they stand become the declared ones. */
        post: operations["CloseYear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{id}/years/{year}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a closed year again; the bureau's officer only, with a reason. The sheets that were settled with it show the values of the moment again. */
        post: operations["ReopenYear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{schoolId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A school's accepted papers of a year as .zip with contents page and hashes, for handing over and for schools without a network. */
        get: operations["DownloadArchive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{schoolId}/filings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The filings of a school, newest first. */
        get: operations["ListFilings"];
        put?: never;
        /** Files a school's portfolios of a year. The plan is carried out in the background and survives a restart. */
        post: operations["StartFiling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{schoolId}/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Papers of the school that wait in the library. */
        get: operations["GetInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{schoolId}/inbox/scan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Looks through the library now; makes the school's inbox folder where it is missing. */
        post: operations["ScanInbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{schoolId}/library": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is filed of a school and year, as the folders stand. Restricted papers show only to those who may read them. */
        get: operations["GetLibrary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{schoolId}/library/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a filed document as the library holds them now. */
        get: operations["GetLibraryFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{schoolId}/library/folders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who edits and who reads each folder of a school in the library. For those who answer for it: the list names restricted papers. */
        get: operations["ListFolderRights"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{schoolId}/library/passes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a reviewer of the school read its folders in the library until a day; restricted papers stay closed. */
        post: operations["GiveLibraryPass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{schoolId}/library/passes/{passId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends a pass at once. */
        delete: operations["EndLibraryPass"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{schoolId}/library/rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the rights in the library are known to be, and who holds a pass. */
        get: operations["GetLibraryRights"];
        put?: never;
        /** Sets the rights anew in the background and reads them back; the rights' page tells how it ended. */
        post: operations["SetLibraryRights"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{schoolId}/library/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compares a year's filed papers with the library: what was never filed, missing, extra, changed, moved and superseded files; repairs on demand. */
        post: operations["VerifyLibrary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{schoolId}/package": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Packs everything the school still owes in a year as prefilled Word documents; papers that nobody began are begun as drafts. */
        post: operations["PackForOffline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{schoolId}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads a .zip of filled forms that came back. Nothing is changed yet: each reading is applied by itself. */
        post: operations["ReadReturned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The session; also answers while signed out. */
        get: operations["GetSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the session of this browser; the provider's own session ends at the address in the answer. */
        post: operations["SignOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/manifest.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The add-in's manifest for this service's https origin (`Hosting:Origin`, else the one it was asked under). */
        get: operations["GetManifest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sends the browser to the OpenID provider. */
        get: operations["SignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Someone in office whom the file does not name. */
        AbsentCadre: {
            name: string;
            personId: string;
            post: string;
            /** Format: int32 */
            records: number;
        };
        /** @description Rows that were agreed to. */
        AcceptedLines: {
            personIds: string[];
        };
        /** @description An opinion that was taken. */
        AppliedOpinion: {
            name: string;
            opinion: null | string;
            personId: string;
            /** Format: double */
            recognised: null | number;
            /** Format: int32 */
            row: number;
            schoolName: string;
        };
        /** @description How a reading is applied. */
        ApplyRequest: {
            /**
             * @description True to apply a stale reading, after its differences were seen.
             * @default false
             */
            overwrite: boolean;
        };
        /** @description Says which record a paper belongs to. */
        AssignRequest: {
            /** @description The record; null where the paper was recognised. */
            recordId?: null | string;
        };
        /** @description A file beside a record. */
        AttachmentView: {
            /** @description For a scan: the code it shows; null where a person vouched for a sheet without one. */
            contentCode: null | string;
            /**
             * Format: date-time
             * @description When it came.
             */
            createdAt: string;
            /** @description Its name. */
            fileName: string;
            /** @description Its id. */
            id: string;
            /** @description upload, scan, script or certificate. */
            kind: string;
            /** @description Its media type. */
            mediaType: string;
            /**
             * Format: int32
             * @description In the answer to an upload: pages of a PDF, to be compared with the sheets; null where that is not known.
             */
            pages: null | number;
            /**
             * Format: int64
             * @description Its size.
             */
            sizeBytes: number;
        };
        /** @description Says which record a scan belongs to and which version it shows. */
        AttachRequest: {
            /** @description For a scan: the content code printed on it; null where it is to be found in the file's text layer or name. */
            contentCode?: null | string;
            /** @description The record; null where the paper was recognised. */
            recordId?: null | string;
            /** @description For a scan: true where the sheet carries no code and a person vouches for the match. */
            withoutCode?: null | boolean;
        };
        AttendanceColumn: {
            /** Format: date */
            date: string;
            id: string;
            label: string;
            state: components["schemas"]["SessionState"];
            topic: string;
        };
        /** @description A row of 表2. */
        AttendanceRow: {
            /** @description Mark by session id; a blank is left out. */
            marks: {
                [key: string]: string;
            };
            /** @description Name. */
            name: string;
            /** @description Sessions on days when the cadre held no post here; they do not count. */
            notInPost: string[];
            /** @description The cadre. */
            personId: string;
            /** @description Post. */
            post: string;
            /** @description √ + O + ⊕ + △ + blank = sessions. */
            totals: components["schemas"]["AttendanceTotalsView"];
        };
        /** @description Totals of a row; Sick and Personal are null where the asker may not know them. */
        AttendanceTotalsView: {
            /** Format: int32 */
            absent: number;
            /** Format: int32 */
            absentPrinted: number;
            /** Format: int32 */
            blank: number;
            /** Format: int32 */
            leave: number;
            /** Format: int32 */
            personal: null | number;
            /** Format: int32 */
            present: number;
            /** Format: int32 */
            sessions: number;
            /** Format: int32 */
            sick: null | number;
        };
        /** @description Attendance of a school's year. */
        AttendanceView: {
            /** @description A row per cadre in office on some day of the year. */
            cadres: components["schemas"]["AttendanceRow"][];
            /** @description True where the asker may mark now. */
            canEdit: boolean;
            /** @description True once the year was handed in. */
            closed: boolean;
            /** @description The school. */
            schoolId: string;
            /** @description The columns of 表2: sessions that were held or whose day has come. */
            sessions: components["schemas"]["AttendanceColumn"][];
            /** @description False where the asker may not know who was ill: then ⊕ and △ come as ※, and their totals as one. */
            sickShown: boolean;
            /**
             * Format: int32
             * @description The year.
             */
            year: number;
        };
        /** @description A session without a mark for someone who was in post. */
        BlankMark: {
            label: string;
            name: string;
            personId: string;
            sessionId: string;
            topic: string;
        };
        /** @description A row of the board. */
        BoardCadre: {
            cells: components["schemas"]["BoardCell"][];
            name: string;
            personId: string;
            post: string;
        };
        /** @description A cell of the board. */
        BoardCell: {
            /** @description What was said when it was returned. */
            comment: null | string;
            /**
             * Format: int32
             * @description Papers in this cell.
             */
            count: number;
            /** @description The form. */
            formId: string;
            /** @description That paper. */
            recordId: null | string;
            /**
             * Format: int32
             * @description 1, 2, or 0.
             */
            semester: number;
            /** @description State of the paper that needs attention first; null where there is none (缺). */
            state: components["schemas"]["BoardState"];
        };
        /** @description A column of the board. */
        BoardColumn: {
            formId: string;
            /** Format: int32 */
            item: number;
            label: string;
            labelEn: string;
            /** Format: int32 */
            semester: number;
            sheet: null | string;
        };
        BoardSchool: {
            id: string;
            name: string;
            stage: string;
        };
        /** @description A paper of the school. */
        BoardSchoolItem: {
            comment: null | string;
            /** Format: int32 */
            count: number;
            formId: string;
            /** Format: int32 */
            item: number;
            label: string;
            labelEn: string;
            recordId: null | string;
            sheet: null | string;
            state: components["schemas"]["BoardState"];
        };
        /**
         * @description State of a cell: that of its paper, or missing.
         * @enum {unknown}
         */
        BoardState: "missing" | "draft" | "submitted" | "returned" | "accepted" | "filed";
        /** @description Cells by state, the school's own papers left out. */
        BoardTotals: {
            /** Format: int32 */
            accepted: number;
            /** Format: int32 */
            cells: number;
            /** Format: int32 */
            draft: number;
            /** Format: int32 */
            filed: number;
            /** Format: int32 */
            missing: number;
            /** Format: int32 */
            returned: number;
            /** Format: int32 */
            submitted: number;
        };
        /** @description A school's year at a glance: cadres × items. */
        BoardView: {
            /** @description A row per cadre, in the order of posts; the cells stand in the order of the columns. */
            cadres: components["schemas"]["BoardCadre"][];
            /** @description True once the school handed the year in (已上报); reopening needs the college. */
            closed: boolean;
            /** @description The cadres' papers in official order, a semester's paper twice. */
            columns: components["schemas"]["BoardColumn"][];
            /** @description The school. */
            school: components["schemas"]["BoardSchool"];
            /** @description The school's own papers. */
            schoolItems: components["schemas"]["BoardSchoolItem"][];
            /** @description True once the reviewer signed its credits. */
            signedOff: boolean;
            /** @description Cells by state. */
            totals: components["schemas"]["BoardTotals"];
            /**
             * Format: int32
             * @description The year.
             */
            year: number;
        };
        /** @description Paragraphs of a field that stand as they came from last year's paper. */
        CarriedField: {
            key: string;
            paragraphs: string[];
        };
        /** @description One line of the change log; `Label` is the subject in words, `Paper` the paper that it concerns; `MayUndo` is true on the lines of the asker's own last act, while it stands and can be taken back. */
        ChangeLine: {
            actId: null | string;
            after: null | string;
            /** Format: date-time */
            at: string;
            before: null | string;
            by: string;
            byName: string;
            id: string;
            label: string;
            labelEn: string;
            mayUndo: boolean;
            paper: null | string;
            paperEn: null | string;
            personId: null | string;
            personName: null | string;
            reason: null | string;
            recordId: null | string;
            schoolId: null | string;
            subject: string;
            /** Format: int32 */
            year: null | number;
        };
        /** @description A character that its face lacks. */
        CharacterGap: {
            /** @description The character. */
            character: string;
            /** @description The face that lacks it. */
            face: string;
            /** @description The face that draws it instead; null where none does and a box is printed. */
            fallback: null | string;
            /** @description Field key, or section and key. */
            field: string;
            /** @description The field's printed label. */
            label: string;
            /** @description The sentence in Chinese. */
            message: string;
            /** @description The sentence in English. */
            messageEn: string;
            /**
             * Format: int32
             * @description 1-based row, or null.
             */
            row: null | number;
        };
        /**
         * @description How often a paper falls due.
         * @enum {unknown}
         */
        Clock: "semester" | "year" | "three-year" | "five-year";
        /** @description Closing a year. */
        CloseYear: {
            /** @description Every blank mark, each confirmed as 不计 (A4); one that is left out stops the closing. */
            blanks?: null | components["schemas"]["ConfirmedBlank"][];
        };
        /** @description A blank mark that was looked at and does not count (不计). */
        ConfirmedBlank: {
            personId: string;
            sessionId: string;
        };
        /** @description A fact that a sheet states otherwise than the dated roster (R48): 职务, 职称, 政治面貌, 学历, 出生年月 … */
        Contradiction: {
            /** @description True where the fact may change in life, so that a date belongs to it. */
            dated: boolean;
            /**
             * Format: date
             * @description The day the sheet speaks of: when it was handed in, else today, at most its year's end.
             */
            day: string;
            /** @description Field of the form. */
            field: string;
            /** @description Its form. */
            formId: string;
            /** @description What the roster says of that day; empty where it says nothing. */
            inRoster: string;
            /** @description Field of the roster. */
            key: string;
            /** @description Its printed label. */
            label: string;
            /** @description The same in English. */
            labelEn: string;
            /** @description True where the asker may change the roster. */
            mayChangeRoster: boolean;
            /** @description True where the asker may put the roster's value into the sheet. */
            mayCorrectSheet: boolean;
            /** @description What the sheet says. */
            onSheet: string;
            /** @description The cadre. */
            personId: string;
            /** @description Name. */
            personName: string;
            /** @description The sheet. */
            recordId: string;
            /** @description Printed number, or null. */
            sheet: null | string;
            /**
             * Format: date
             * @description First day of the roster's value, where it is known.
             */
            since: null | string;
            /** @description The form's title. */
            title: string;
            /** @description The same in English. */
            titleEn: string;
            /**
             * Format: int32
             * @description Version of the record; the If-Match of settling.
             */
            version: number;
        };
        /** @description A column of 表4. */
        CreditColumnView: {
            formId: string;
            key: string;
            label: string;
            labelEn: string;
            /** Format: int32 */
            minimum: number;
        };
        /** @description A number with the papers behind it. */
        CreditCountView: {
            /**
             * Format: int32
             * @description From papers.
             */
            counted: number;
            /** @description All papers of the column, those that do not count yet included. */
            papers: components["schemas"]["CreditPaperView"][];
            /** @description Why it was typed. */
            reason: null | string;
            /**
             * Format: int32
             * @description Typed by hand instead; null where it was not.
             */
            typed: null | number;
        };
        /** @description A missing paper. */
        CreditGapView: {
            formId: string;
            label: string;
            labelEn: string;
            /** Format: int32 */
            missing: number;
            /** Format: int32 */
            semester: number;
        };
        /** @description A paper behind a number. */
        CreditPaperView: {
            counts: boolean;
            /** Format: int32 */
            entries: number;
            recordId: string;
            state: components["schemas"]["RecordState"];
            title: string;
        };
        /** @description A row of 表4. */
        CreditRowView: {
            /** @description The seven numbers by column key, each with the papers behind it. */
            counts: {
                [key: string]: components["schemas"]["CreditCountView"];
            };
            /**
             * Format: double
             * @description 申报学分 as printed.
             */
            credit: null | number;
            /**
             * Format: double
             * @description What the school decided; null follows the proposal.
             */
            declared: null | number;
            /** @description Why, where the set is incomplete. */
            declaredReason: null | string;
            /** @description What a complete year lacks. */
            gaps: components["schemas"]["CreditGapView"][];
            /** @description 姓名. */
            name: string;
            /** @description 区级审核意见. */
            opinion: null | string;
            /** @description The reviewer's reason. */
            opinionReason: null | string;
            /** @description The cadre. */
            personId: string;
            /** @description 现任干部职务. */
            post: string;
            /**
             * Format: double
             * @description 2 where the set is complete, else null.
             */
            proposed: null | number;
            /**
             * Format: double
             * @description 认定学分.
             */
            recognised: null | number;
            /**
             * Format: int32
             * @description For If-Match; 0 while nothing was written.
             */
            version: number;
        };
        /** @description The printed sheet. */
        CreditSheetState: {
            /** @description 内容码 of the numbers as they stand now. */
            contentCode: string;
            /** @description 内容码 of the last print; empty if never printed. */
            printedCode: string;
            /** @description True where the numbers changed since the last print (R66). */
            printVoid: boolean;
            /** @description Its record. */
            recordId: string;
            /** @description Its state. */
            state: components["schemas"]["RecordState"];
        };
        /** @description 表4 of a school's year. */
        CreditSheetView: {
            /** @description True where the asker may type and declare now. */
            canEdit: boolean;
            /** @description True once the school handed the year in; reopening needs the college. */
            closed: boolean;
            /** @description The seven columns in printed order. */
            columns: components["schemas"]["CreditColumnView"][];
            /** @description 干部自培负责人. */
            lead: null | string;
            /** @description A row per cadre whose school of record this is on 31 December. */
            rows: components["schemas"]["CreditRowView"][];
            /** @description The school. */
            schoolId: string;
            /** @description Its name. */
            schoolName: string;
            sheet: null | components["schemas"]["CreditSheetState"];
            signedOff: null | components["schemas"]["SignedOffView"];
            /**
             * Format: int32
             * @description The year.
             */
            year: number;
        };
        /** @description Credit lines of a year. */
        DashboardCredits: {
            /** Format: int32 */
            lines: number;
            /** Format: int32 */
            recognised: number;
            /** Format: int32 */
            refused: number;
            /** Format: int32 */
            returned: number;
            /** Format: int32 */
            waiting: number;
            /** Format: int32 */
            year: number;
        };
        /** @description Something at a school that needs a look. */
        DashboardException: {
            kind: string;
            label: string;
            labelEn: string;
            schoolId: string;
            schoolName: string;
        };
        /** @description Completeness by month: how many of the year's papers had been accepted by the end of each. */
        DashboardMonthsView: {
            /** @description 1 to 12, and 13 for whatever was accepted after the year's end; months to come are left out. */
            months: number[];
            /** @description The schools that the asker may read, in the order of their codes. */
            schools: components["schemas"]["SchoolMonths"][];
            /**
             * Format: int32
             * @description The year.
             */
            year: number;
        };
        /** @description A school's completeness. */
        DashboardSchool: {
            /**
             * Format: int32
             * @description Papers accepted or filed.
             */
            accepted: number;
            /**
             * Format: int32
             * @description Cadres that it files for.
             */
            cadres: number;
            /** @description True once the year was handed in. */
            closed: boolean;
            /**
             * Format: int32
             * @description Credit lines sent back.
             */
            creditsReturned: number;
            /**
             * Format: int32
             * @description Drafts.
             */
            draft: number;
            /**
             * Format: int32
             * @description Papers that a complete year of these cadres has.
             */
            due: number;
            /**
             * Format: int32
             * @description Credit lines recognised.
             */
            recognised: number;
            /** @description Its region. */
            regionName: string;
            /**
             * Format: int32
             * @description Papers sent back.
             */
            returned: number;
            /** @description The school. */
            schoolId: string;
            /** @description Its name. */
            schoolName: string;
            /** @description True once the reviewer signed. */
            signedOff: boolean;
            /** @description Its stage. */
            stage: string;
            /**
             * Format: int32
             * @description Papers that wait for the school.
             */
            submitted: number;
            /**
             * Format: int32
             * @description Credit lines with hand-typed numbers.
             */
            typed: number;
        };
        /** @description The district's year: completeness by school, credits by year, exceptions. Counted by the database, never record by record. */
        DashboardView: {
            /** @description Credit lines by year. */
            credits: components["schemas"]["DashboardCredits"][];
            /** @description What needs a look. */
            exceptions: components["schemas"]["DashboardException"][];
            /** @description Why the year's five-year period cannot be computed; null where it can. */
            periodRefusal: null | string;
            /** @description The same in English. */
            periodRefusalEn: null | string;
            /** @description The schools that the asker may read, in the order of their codes. */
            schools: components["schemas"]["DashboardSchool"][];
            /**
             * Format: int32
             * @description The year.
             */
            year: number;
        };
        /** @description The last day of one paper. */
        DeadlineLine: {
            /**
             * Format: date
             * @description What holds: that, else the scheme's; null for no date.
             */
            due: null | string;
            /** @description The form. */
            formId: string;
            /** @description Whose paper it is. */
            portfolio: components["schemas"]["Portfolio"];
            /**
             * Format: int32
             * @description The semester; 0 for forms that know none.
             */
            semester: number;
            /** @description Its name, or null. */
            semesterName: null | string;
            /** @description The same in English. */
            semesterNameEn: null | string;
            /**
             * Format: date
             * @description What the college set; null where it did not.
             */
            set: null | string;
            /** @description Printed number of the sheet, or null. */
            sheet: null | string;
            /** @description Title. */
            title: string;
            /** @description The same in English. */
            titleEn: string;
        };
        /** @description The last days of a year's papers. */
        DeadlineListView: {
            /** @description True for the college. */
            canEdit: boolean;
            /** @description A line per form and semester that can fall due in the year, in the order of the portfolios. */
            lines: components["schemas"]["DeadlineLine"][];
            /**
             * Format: int32
             * @description The year.
             */
            year: number;
        };
        /** @description Someone leaves a post. */
        Departure: {
            /** @description Which school files 表4 from the next day on, where posts at several other schools go on; with one it is that one. */
            filingSchoolId?: null | string;
            /**
             * Format: date
             * @description Last day in office.
             */
            lastDay: string;
            /** @description The person. */
            personId: string;
            /** @description Why; kept in the history. */
            reason: null | string;
        };
        /** @description Somebody to sign in as. */
        DevelopmentPerson: {
            /** @description Posts and roles. */
            description: string;
            /** @description The person. */
            id: string;
            /** @description Their name. */
            name: string;
            /** @description School, or null. */
            school: null | string;
        };
        DevelopmentSignIn: {
            personId: string;
        };
        /**
         * @description What is wrong with one file.
         * @enum {unknown}
         */
        Difference: "not-filed" | "missing" | "extra" | "changed" | "moved" | "superseded";
        /** @description A row of the difference. */
        DifferenceRow: {
            /** @description The changed fields. */
            changes: components["schemas"]["FieldChange"][];
            /** @description The name. */
            name: string;
            /** @description The person it was matched to; null for a new one. */
            personId: null | string;
            /** @description Its faults. */
            problems: components["schemas"]["ImportProblem"][];
            /**
             * Format: int32
             * @description Row in the file; null for someone who is not in it.
             */
            row: null | number;
            /** @description What it does. */
            status: components["schemas"]["RowStatus"];
        };
        /** @description One message. */
        DigestPreview: {
            address: null | string;
            role: string;
            subject: string;
            text: string;
        };
        /** @description What a run did. */
        DigestRun: {
            /**
             * Format: int32
             * @description Letters that this week has had already.
             */
            before: number;
            /**
             * Format: int32
             * @description Letters to be tried again.
             */
            failed: number;
            /**
             * Format: int32
             * @description Letters handed over.
             */
            sent: number;
            /**
             * Format: int32
             * @description People whose address the roster does not know.
             */
            withoutAddress: number;
        };
        /** @description The weekly messages as the asker sees them. */
        DigestView: {
            /** @description Day of the week, in English. */
            day: string;
            /** @description True where they are sent by e-mail. */
            enabled: boolean;
            /**
             * Format: int32
             * @description Hour of the district's day.
             */
            hour: number;
            /** @description What the asker would get now. */
            letters: components["schemas"]["DigestPreview"][];
            /** @description True where the asker may send them now. */
            maySend: boolean;
        };
        /** @description A school as the administrator sees it. */
        DistrictSchool: {
            /**
             * Format: int32
             * @description Cadres in office today.
             */
            cadres: number;
            /** @description Its official code. */
            code: string;
            /** @description The school. */
            id: string;
            /** @description Its name. */
            name: string;
            /** @description Its region. */
            regionId: string;
            /** @description The region's name. */
            regionName: string;
            /** @description Who keeps its papers. */
            secretaries: string[];
            /** @description `kindergarten`, `primary`, `secondary` or `other`. */
            stage: string;
            /**
             * Format: int32
             * @description For If-Match.
             */
            version: number;
        };
        /** @description The district's regions and schools. */
        DistrictView: {
            /** @description True for the administrator. */
            canEdit: boolean;
            /** @description Regions in the order of their codes. */
            regions: components["schemas"]["RegionLine"][];
            /** @description Schools in the order of their codes. */
            schools: components["schemas"]["DistrictSchool"][];
        };
        /**
         * @description The two kinds of file a form exists in.
         * @enum {unknown}
         */
        DocumentKind: "word" | "excel";
        /** @description The draft of one field. */
        DraftField: {
            /** @description True where nothing stands there yet; a draft goes into empty fields only. */
            empty: boolean;
            /** @description The field. */
            key: string;
            /** @description Its printed label. */
            label: string;
            /** @description The same in English. */
            labelEn: string;
            /** @description What it would say. */
            paragraphs: components["schemas"]["DraftParagraph"][];
        };
        /** @description One paragraph with the records it says this of; never without one. */
        DraftParagraph: {
            sources: components["schemas"]["DraftSource"][];
            text: string;
        };
        /** @description A record that a paragraph rests on. */
        DraftSource: {
            /** @description Its id; of `attendance` the year. */
            id: string;
            /** @description `record`, `session`, `attendance` or `training`. */
            kind: string;
            /** @description What it is. */
            label: string;
            /** @description The same in English. */
            labelEn: string;
            /** @description How a template names it. */
            ref?: null | string;
        };
        /** @description A first text of a paper, made of the owner's own records. */
        DraftView: {
            /** @description The fields it has sentences for, in the order of the form. */
            fields: components["schemas"]["DraftField"][];
        };
        /** @description Something owed (应交材料): a form of one owner and one turn of its clock. */
        Duty: {
            /** @description Clause of the regulation that asks for it. */
            clause: string;
            /** @description How often it falls due. */
            clock: components["schemas"]["Clock"];
            /** @description What was said when it was returned. */
            comment: null | string;
            /**
             * Format: date
             * @description Last day, where the college set one (A34); else null.
             */
            due: null | string;
            /** @description An earlier paper that this one may begin from (R86); null where there is none or this one is begun. */
            earlierId: null | string;
            /** @description The form. */
            formId: string;
            /** Format: int32 */
            item: number;
            owner: null | components["schemas"]["DutyOwner"];
            /** @description The turn in words, such as 2024学年第一学期 or 2024–2026. */
            period: string;
            /** @description The same in English. */
            periodEn: string;
            /** @description `school` or `personal`. */
            portfolio: string;
            /** @description That paper, or null. */
            recordId: null | string;
            /** @description The school. */
            schoolId: string;
            /**
             * Format: int32
             * @description 1, 2, or 0.
             */
            semester: number;
            /** @description True where more than one paper may be handed in (A29). */
            several: boolean;
            /** @description Printed number of the sheet, or null. */
            sheet: null | string;
            /** @description `missing` or the state of the best paper. */
            state: components["schemas"]["DutyState"];
            /** @description Title of the item. */
            title: string;
            /** @description The same in English. */
            titleEn: string;
            /**
             * Format: int32
             * @description Last year of the turn.
             */
            untilYear: number;
            /**
             * Format: int32
             * @description First year of the turn.
             */
            year: number;
        };
        DutyOwner: {
            name: string;
            personId: string;
        };
        /**
         * @description How far a duty is.
         * @enum {unknown}
         */
        DutyState: "missing" | "draft" | "returned" | "submitted" | "accepted" | "filed";
        /** @description The plan that a year may begin from. */
        EarlierPlan: {
            /**
             * Format: int32
             * @description How many it has.
             */
            sessions: number;
            /**
             * Format: int32
             * @description The last year before it with sessions of the school's own; null where there is none.
             */
            year: null | number;
        };
        /** @description What the school types and declares for one cadre; it replaces what was there. */
        EditCredit: {
            /**
             * Format: double
             * @description 0 or 2; null follows the proposal.
             */
            declared: null | number;
            /** @description Needed where the set is incomplete. */
            declaredReason: null | string;
            /** @description Numbers that differ from the papers, each with its reason; left out columns are counted. */
            typed: null | {
                [key: string]: components["schemas"]["TypedCount"];
            };
        };
        /** @description One last day. */
        EditDeadline: {
            /**
             * Format: date
             * @description The last day; null takes the college's away.
             */
            date: null | string;
            /** @description The form. */
            formId: string;
            /**
             * Format: date
             * @description What the college had set when it was typed; another one meanwhile is not overwritten.
             */
            seen: null | string;
            /**
             * Format: int32
             * @description The semester; 0 for forms that know none.
             */
            semester: number;
        };
        /** @description Last days to be set, all or none. */
        EditDeadlines: {
            deadlines: components["schemas"]["EditDeadline"][];
        };
        /** @description A school as it is typed. */
        EditDistrictSchool: {
            /** @description Official code, unique in the district. */
            code: string;
            /** @description Its name. */
            name: string;
            /** @description Its region. */
            regionId: string;
            /** @description `kindergarten`, `primary`, `secondary` or `other`. */
            stage: string;
        };
        /** @description An evaluation as it is typed. */
        EditEvaluation: {
            comment: null | string;
            grade: string;
        };
        /** @description Which school files somebody's 表4. */
        EditFilingSchool: {
            /**
             * Format: date
             * @description First day of it.
             */
            from: string;
            /** @description A school where the person holds a post. */
            schoolId: string;
        };
        /** @description A joint session. */
        EditJointSession: {
            /** @description Schools it lands in; null for all of the region. */
            schoolIds?: null | string[];
            /** @description Day, topic, place, lecturer, tags. */
            session: components["schemas"]["EditSession"];
        };
        /** @description A login; null or empty takes it away. */
        EditLogin: {
            login: null | string;
        };
        /** @description One mark. */
        EditMark: {
            /** @description √ O ⊕ △ or a look-alike; empty takes it away. */
            mark: null | string;
            /** @description The cadre. */
            personId: string;
            /** @description The mark that stood there when it was typed; null leaves that unchecked. */
            seen?: null | string;
            /** @description The session. */
            sessionId: string;
        };
        /** @description Marks to be set, all or none. */
        EditMarks: {
            marks: components["schemas"]["EditMark"][];
        };
        /** @description An opinion typed in the portal. */
        EditOpinion: {
            /** @description 同意, 退回补正 or 核定N分; empty takes it back. */
            opinion: null | string;
            /** @description Needed wherever the opinion differs from the declaration. */
            reason: null | string;
            /**
             * Format: double
             * @description 认定学分; null lets the opinion decide.
             */
            recognised: null | number;
        };
        /** @description What a person's values become. A member that is left out stays; an empty string clears it. */
        EditPerson: {
            birthMonth?: null | string;
            /**
             * @description True where a typing mistake is mended: then it was always so and no dated value is kept.
             * @default false
             */
            correction: boolean;
            education?: null | string;
            /**
             * Format: date
             * @description First day of the new values; default today.
             */
            from?: null | string;
            name?: null | string;
            platformNo?: null | string;
            political?: null | string;
            /** @description 现任职务 at string? EditPerson.SchoolId. */
            post?: null | string;
            rank?: null | string;
            /** @description The school whose roster is edited; may be left out where the person is at one school. */
            schoolId?: null | string;
            sex?: null | string;
            subject?: null | string;
            teachingSince?: null | string;
            title?: null | string;
        };
        /** @description What a post becomes: its name and days, as if they had always been so. */
        EditPost: {
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /** @description 职务. */
            post: string;
            /** @description Why; kept in the history. */
            reason?: null | string;
            /**
             * Format: date
             * @description Last day; null while it holds.
             */
            to: null | string;
        };
        /** @description The platform's receipt (回执). */
        EditReceipt: {
            receipt: string;
        };
        /** @description A region as it is typed. */
        EditRegion: {
            code: string;
            name: string;
        };
        /** @description Settings of a school that the secretary may change. */
        EditSchool: {
            /** @description 干部自培负责人 on 表4; null or empty means the 支部书记 (A16). */
            trainingLead: null | string;
        };
        /** @description A session as it is typed. */
        EditSession: {
            carrier?: null | string;
            content?: null | string;
            /** Format: date */
            date: string;
            lecturer?: null | string;
            place?: null | string;
            state?: components["schemas"]["SessionState"];
            topic: string;
        };
        EditTheme: {
            theme: string;
        };
        /** @description A training as it is typed. */
        EditTraining: {
            /**
             * Format: double
             * @description 获得学分, tenths.
             */
            credit: number;
            /** @description `2019-03-05` or `2019-03`. */
            from: string;
            /** @description 发证机构. */
            issuer: null | string;
            /**
             * @description True to keep it though one of the same name and days is there.
             * @default false
             */
            keepDuplicate: boolean;
            /** @description 国家级, 市级 or 区级. */
            level: string;
            /** @description 培训班名称. */
            name: string;
            /** @description As From; not before it. */
            to: string;
        };
        /** @description What stands beside an evaluation. */
        EvaluationFacts: {
            plan: null | components["schemas"]["FactPaper"];
            /** @description Completeness and credits, as on the dashboard. */
            school: components["schemas"]["DashboardSchool"];
            /**
             * Format: int32
             * @description Sessions held.
             */
            sessionsHeld: number;
            /**
             * Format: int32
             * @description Sessions that were not dropped.
             */
            sessionsPlanned: number;
            summary: null | components["schemas"]["FactPaper"];
        };
        /** @description The schools of a year with the data that an evaluation is written beside. */
        EvaluationsView: {
            /** @description The grades that the scheme names. */
            grades: components["schemas"]["SchemeWord"][];
            /** @description The schools that the asker evaluates, in the order of their codes. */
            schools: components["schemas"]["SchoolEvaluationView"][];
            /**
             * Format: int32
             * @description The year.
             */
            year: number;
        };
        /** @description An evaluation as it was written. */
        EvaluationView: {
            /** @description Comment. */
            comment: string;
            /** @description The data of that moment, kept with it. */
            facts: components["schemas"]["EvaluationFacts"];
            /** @description Key of the grade. */
            grade: string;
            /**
             * Format: int32
             * @description For If-Match; 0 stands for none yet.
             */
            version: number;
            /**
             * Format: date-time
             * @description When.
             */
            writtenAt: string;
            /** @description By whom. */
            writtenBy: string;
        };
        /** @description A paper of the school. */
        FactPaper: {
            recordId: string;
            state: components["schemas"]["RecordState"];
        };
        /** @description One changed field. */
        FieldChange: {
            /** @description After. */
            after: string;
            /** @description Before; empty where nothing stood. */
            before: string;
            /** @description Field key. */
            field: string;
        };
        /** @description One place of an open document: what stands there as text. */
        FieldText: {
            /**
             * Format: int32
             * @description 0-based count of the tag in document order: the row of a section, the sheet for single fields.
             */
            occurrence: number;
            /** @description Field key, or `section.key`. */
            tag: string;
            /** @description The text as printed. */
            text: string;
        };
        /**
         * @description What a field holds and how its value is written in FormData.
         * @enum {unknown}
         */
        FieldType: "text" | "paragraphs" | "date" | "month" | "integer" | "credit" | "mark" | "choice";
        FieldView: {
            choices: string[];
            computed: boolean;
            ink: boolean;
            key: string;
            label: string;
            labelEn: string;
            /** Format: double */
            maximum: null | number;
            /** Format: int32 */
            maxLength: null | number;
            /** Format: double */
            minimum: null | number;
            prompt: null | string;
            required: boolean;
            type: components["schemas"]["FieldType"];
        };
        /**
         * @description State of a file.
         * @enum {unknown}
         */
        FilingItemState: "planned" | "uploading" | "filed" | "already-filed" | "conflict" | "failed" | "cancelled";
        /** @description One file of a filing. */
        FilingItemView: {
            /**
             * Format: int32
             * @description Attempts that failed.
             */
            attempts: number;
            /** @description True where a retry with `replace` lets the record win. */
            canReplace: boolean;
            /** @description Stable code of what stands in the way, or null. */
            code: null | string;
            /** @description Id of the item. */
            id: string;
            /** @description docx, xlsx, txt or the attachment's own. */
            kind: string;
            /** @description What it is and what to do, in Chinese. */
            message: null | string;
            /** @description The same in English. */
            messageEn: null | string;
            /**
             * Format: date-time
             * @description When it is tried again, where it waits.
             */
            nextTry: null | string;
            /** @description Where it stands or will stand in the library. */
            path: string;
            /** @description Who changed the file in the library last, where that matters and the library tells: the one to ask. */
            person: null | string;
            /** @description The record it belongs to. */
            recordId: null | string;
            /**
             * Format: int64
             * @description Size as sent; 0 before.
             */
            sizeBytes: number;
            /** @description planned, uploading, filed, already-filed, conflict, failed or cancelled. */
            state: components["schemas"]["FilingItemState"];
        };
        /**
         * @description State of a plan.
         * @enum {unknown}
         */
        FilingPlanState: "running" | "done" | "done-with-failures" | "cancelled";
        /** @description Asks for the filing of a year. */
        FilingRequest: {
            /** Format: int32 */
            year: number;
        };
        /** @description A large file that is under way. */
        FilingSending: {
            /** @description Where it will stand. */
            path: string;
            /**
             * Format: int64
             * @description What the library has of it.
             */
            sentBytes: number;
            /**
             * Format: int64
             * @description Its size; null where it is made while it is filed.
             */
            sizeBytes: null | number;
        };
        /** @description A filing in numbers. */
        FilingView: {
            /**
             * Format: int32
             * @description Of these, how many were there before.
             */
            alreadyFiled: number;
            /**
             * Format: int64
             * @description Bytes of the files that are done.
             */
            bytes: number;
            /**
             * Format: double
             * @description The same in bytes, with what has arrived of files that are under way.
             */
            bytesPerSecond: null | number;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            createdAt: string;
            /**
             * Format: int32
             * @description Files that are in the library: filed now or before.
             */
            done: number;
            /**
             * Format: date-time
             * @description When it ended; null before.
             */
            endedAt: null | string;
            /**
             * Format: int32
             * @description Files that failed or met something else.
             */
            failed: number;
            /**
             * Format: double
             * @description Rate since the watching began; null in a single answer.
             */
            filesPerSecond: null | number;
            /** @description Id of the plan. */
            id: string;
            /** @description Everything that did not work, with what to do. */
            problems: components["schemas"]["FilingItemView"][];
            /** @description The school. */
            schoolId: string;
            /** @description Large files that are under way, with how much of each the library has. */
            sending: components["schemas"]["FilingSending"][];
            /** @description running, done, done-with-failures or cancelled. */
            state: components["schemas"]["FilingPlanState"];
            /**
             * Format: int32
             * @description Files of the plan.
             */
            total: number;
            /** @description Why it waits, in Chinese. */
            waiting: null | string;
            /** @description The same in English. */
            waitingEn: null | string;
            /** @description Files that are tried again by themselves, the next one first: what stands in the way, whom to ask, and when. */
            waitingFiles: components["schemas"]["FilingItemView"][];
            /**
             * Format: date-time
             * @description Until when the library asked for a pause, on whichever node; null while work goes on.
             */
            waitingUntil: null | string;
            /**
             * Format: int32
             * @description 年度.
             */
            year: number;
        };
        /**
         * @description What a right is about.
         * @enum {unknown}
         */
        FolderKind: "school" | "cadre" | "restricted";
        /** @description Somebody who may read. */
        FolderReader: {
            /** @description The name. */
            name: string;
            /**
             * Format: date-time
             * @description The moment from which the pass does not hold; null for the owner of the papers.
             */
            until: null | string;
        };
        /** @description Who may do what with one folder or file. */
        FolderRights: {
            /** @description Names of those who may change it. */
            editors: string[];
            /** @description What it is. */
            kind: components["schemas"]["FolderKind"];
            /** @description Where it stands in the library. */
            path: string;
            /** @description Those who may only read it. */
            readers: components["schemas"]["FolderReader"][];
        };
        /** @description Who may do what with a school's folders by the rules, whether or not the library shows it yet. */
        FolderRightsView: {
            /** @description The school's folder first, then the cadres', then restricted papers. */
            folders: components["schemas"]["FolderRights"][];
            /** @description What could not be worked out. */
            notes: components["schemas"]["RightsNoteView"][];
        };
        /** @description A form's definition. */
        FormView: {
            clause: string;
            clock: components["schemas"]["Clock"];
            fields: components["schemas"]["FieldView"][];
            filledBy: string;
            id: string;
            /** Format: int32 */
            item: number;
            kinds: string[];
            official: boolean;
            portfolio: components["schemas"]["Portfolio"];
            restricted: boolean;
            sections: components["schemas"]["SectionView"][];
            several: boolean;
            sheet: null | string;
            title: string;
            titleEn: string;
            uploadOnly: boolean;
        };
        /** @description Somebody whom the roster knows, so that a school can take them over or bring them back. */
        FoundPerson: {
            /** @description 出生年月: tells namesakes apart. */
            birthMonth: null | string;
            /** @description 姓名. */
            name: string;
            /** @description The person. */
            personId: string;
            /** @description 进修编号. */
            platformNo: null | string;
            /** @description Posts with their days, the latest first. */
            posts: components["schemas"]["RosterPost"][];
        };
        /** @description Who has which role, and where. Being a cadre comes from the roster alone. */
        GrantLine: {
            /** @description The grant. */
            id: string;
            /** @description Their login; null where nobody can sign in as them. */
            login: null | string;
            /** @description Their name. */
            name: string;
            /** @description The person. */
            personId: string;
            /** @description Region it is limited to. */
            regionId: null | string;
            /** @description Its name. */
            regionName: null | string;
            /** @description One of Roles. */
            role: string;
            /** @description School it is limited to. */
            schoolId: null | string;
            /** @description Its name. */
            schoolName: null | string;
        };
        /** Format: binary */
        IFormFile: string;
        /** @description Rows by what they do. */
        ImportCounts: {
            /** Format: int32 */
            add: number;
            /** Format: int32 */
            change: number;
            /** Format: int32 */
            drop: number;
            /** Format: int32 */
            error: number;
            /** Format: int32 */
            same: number;
        };
        /** @description What a file would do. */
        ImportPreview: {
            /** @description Cadres in office whom the file does not name; they stay. */
            absent: components["schemas"]["AbsentCadre"][];
            /** @description How the columns were understood. */
            columns: components["schemas"]["MappedColumn"][];
            /** @description Rows by what they do. */
            counts: components["schemas"]["ImportCounts"];
            /** @description The file. */
            fileName: string;
            /**
             * Format: date
             * @description The day from which changes hold.
             */
            from: string;
            /** @description For applying it; null where the file as a whole cannot be read. */
            id: null | string;
            /** @description Faults of the whole file. */
            problems: components["schemas"]["ImportProblem"][];
            /** @description The rows, faulty ones first. */
            rows: components["schemas"]["DifferenceRow"][];
            /** @description True where the file is the whole roster, so that whoever is not in it leaves. */
            whole: boolean;
        };
        /** @description One fault of an uploaded table: a place and a way out. */
        ImportProblem: {
            /** @description Stable code. */
            code: string;
            /** @description Column heading or field key, or null. */
            field?: null | string;
            /** @description The sentence in Chinese. */
            message: string;
            /** @description The same in English. */
            messageEn: string;
            /**
             * Format: int32
             * @description Row in the file, or null.
             */
            row?: null | number;
        };
        /** @description One paper that waits. */
        InboxPaperView: {
            /** @description Title of its form, where that is clear. */
            formTitle: null | string;
            /** @description The same in English. */
            formTitleEn: null | string;
            /** @description Its id. */
            id: string;
            /** @description How it was recognised, or why not, in Chinese. */
            message: string;
            /** @description The same in English. */
            messageEn: string;
            /** @description Who wrote it last, where the library says so. */
            modifiedBy: null | string;
            /** @description Name of the record's cadre; null for the school's papers. */
            owner: null | string;
            /** @description Where it stands in the library. */
            path: string;
            /** @description True for a document that can be read in; false for a scan, which is put beside its record. */
            readable: boolean;
            /** @description The record it belongs to; null where a person must say. */
            recordId: null | string;
            /**
             * Format: date-time
             * @description When we saw it.
             */
            seenAt: string;
            /**
             * Format: int64
             * @description Its size.
             */
            sizeBytes: number;
        };
        /** @description The papers of a school that arrived in the library without us. */
        InboxView: {
            /** @description The folder to put them into. */
            folder: string;
            /** @description What waits, recognised papers first. */
            papers: components["schemas"]["InboxPaperView"][];
            /**
             * Format: date-time
             * @description When the library was looked through last; null if never.
             */
            readAt: null | string;
            /** @description Why the library cannot be looked through now, in Chinese; null where it can. */
            trouble: null | string;
            /** @description The same in English. */
            troubleEn: null | string;
        };
        /** @description A joint session. */
        JointSessionView: {
            /** @description Key of a carrier, or empty. */
            carrier: string;
            /** @description Key of a content, or empty. */
            content: string;
            /**
             * Format: date
             * @description Its day.
             */
            date: string;
            /** @description Those of them that held it; there it changes no more. */
            heldIn: string[];
            /** @description The session. */
            id: string;
            /** @description 主讲人. */
            lecturer: string;
            /** @description 地点. */
            place: string;
            /** @description Schools in whose 表3 and 表2 it stands. */
            schoolIds: string[];
            /** @description 自培内容. */
            topic: string;
            /**
             * Format: int32
             * @description For If-Match.
             */
            version: number;
        };
        JsonObject: Record<string, never>;
        /** @description A year of the ledger. */
        LedgerLineView: {
            /**
             * Format: double
             * @description 申报学分; null where none.
             */
            declared: null | number;
            /**
             * Format: double
             * @description 师德素养 of this year.
             */
            ethics: number;
            /** @description True where two schools filed it; it counts once. */
            filedTwice: boolean;
            /** @description Proof of an opening year, or the reviewer's opinion. */
            proof: null | string;
            /**
             * Format: double
             * @description 认定学分; null until audited.
             */
            recognised: null | number;
            /**
             * Format: date-time
             * @description When.
             */
            reviewedAt: null | string;
            /** @description Who audited or confirmed it; null before. */
            reviewedBy: null | string;
            /** @description The school of record that filed it; null for opening years. */
            schoolName: null | string;
            /**
             * Format: double
             * @description 知识技能 of this year.
             */
            skills: number;
            /** @description What became of it. */
            state: components["schemas"]["LedgerYearState"];
            /** @description The same in words. */
            stateLabel: string;
            /** @description The same in English. */
            stateLabelEn: string;
            /**
             * Format: int32
             * @description Calendar year.
             */
            year: number;
        };
        /** @description A person's credit ledger, period by period. */
        LedgerView: {
            /** @description True where the asker may confirm opening years. */
            canConfirm: boolean;
            /** @description True where the asker may enter opening years and trainings. */
            canEdit: boolean;
            /** @description Name. */
            name: string;
            /** @description Years before the rule that were entered. */
            openingYears: components["schemas"]["OpeningYearView"][];
            /** @description Years before the rule that may still be entered. */
            openYears: number[];
            /** @description Five-year periods in order. */
            periods: components["schemas"]["PeriodView"][];
            /** @description The cadre. */
            personId: string;
            /** @description Other trainings. */
            trainings: components["schemas"]["TrainingView"][];
        };
        /**
         * @description What happened to a person's year.
         * @enum {unknown}
         */
        LedgerYearState: "not-filed" | "waiting" | "returned" | "refused" | "recognised" | "opening-waiting" | "opening-confirmed";
        /** @description A paper's own document in the library. */
        LibraryCopy: {
            /** @description Who changed it last, where somebody did and the library says so. */
            changedBy: null | string;
            /**
             * Format: date-time
             * @description When its content was filed.
             */
            filedAt: null | string;
            /**
             * Format: uri
             * @description Address to open it in the library; null in a folder on this machine.
             */
            link: null | string;
            /** @description Where it was filed; null where it never was. */
            path: null | string;
            /** @description How it compares with what was filed. */
            state: components["schemas"]["LibraryCopyState"];
        };
        /**
         * @description How the library's file compares with what was filed.
         * @enum {unknown}
         */
        LibraryCopyState: "not-filed" | "as-filed" | "changed" | "missing";
        /** @description One difference between what was filed and what the library holds. */
        LibraryDifference: {
            /** @description Who changed it last, where the library says so. */
            by?: null | string;
            /** @description Where it was found, if moved; else null. */
            found?: null | string;
            /** @description What is wrong. */
            kind: components["schemas"]["Difference"];
            /** @description Path that was or is to be filed; for an extra file the one it has. */
            path: string;
        };
        /** @description A file of the library as filed. */
        LibraryFileView: {
            /**
             * Format: date-time
             * @description When its content was filed.
             */
            filedAt: string;
            /** @description Its name. */
            name: string;
            /** @description Its whole path. */
            path: string;
            /** @description The record it shows. */
            recordId: null | string;
            /**
             * Format: int64
             * @description Size as stored.
             */
            sizeBytes: number;
        };
        /** @description A folder of the library as filed. */
        LibraryFolderView: {
            /** @description Files in it, by name. */
            files: components["schemas"]["LibraryFileView"][];
            /** @description Folders in it, by name. */
            folders: components["schemas"]["LibraryFolderView"][];
            /** @description Name of the folder; empty for the top. */
            name: string;
        };
        /** @description A reviewer's pass. */
        LibraryPassView: {
            /** @description Its id. */
            id: string;
            /** @description The reviewer's name. */
            name: string;
            /** @description True where its time is over and it is being taken out of the library. */
            over: boolean;
            /** @description The reviewer. */
            personId: string;
            /**
             * Format: date-time
             * @description The moment from which it does not hold.
             */
            until: string;
        };
        /** @description Who may see a school's folders in the library. */
        LibraryRightsView: {
            /**
             * Format: date-time
             * @description When they were set and read back last; null if never.
             */
            checkedAt: null | string;
            /** @description True where the library then showed exactly what is wanted. */
            good: boolean;
            /** @description What there is to say. */
            notes: components["schemas"]["RightsNoteView"][];
            /** @description Reviewers who may read for a time, those that are over not among them. */
            passes: components["schemas"]["LibraryPassView"][];
            /** @description Who may be given a pass. */
            reviewers: components["schemas"]["PassPerson"][];
            /** @description False where the library is a folder on this machine, whose rights are the operating system's, and where the settings leave rights to the site's owners. */
            settable: boolean;
        };
        /** @description How the libraries were found. */
        LibraryState: {
            /**
             * Format: date-time
             * @description When they were looked at last; null before the first look has ended.
             */
            checkedAt: null | string;
            /** @description What is wrong; empty where everything can be filed. */
            troubles: components["schemas"]["LibraryTrouble"][];
        };
        /** @description What is wrong with the library of one or more schools. */
        LibraryTrouble: {
            /** @description What it is and what to do, in Chinese. */
            message: string;
            /** @description The same in English. */
            messageEn: string;
            /** @description Ids of the schools whose papers go there. */
            schools: string[];
        };
        /** @description Somebody with what signs in as them. */
        LoginLine: {
            /** @description Login at the identity provider; null where nobody can sign in as them. */
            login: null | string;
            /** @description 姓名. */
            name: string;
            /** @description The person. */
            personId: string;
            /** @description 进修编号. */
            platformNo: null | string;
            /** @description Posts of today with their schools. */
            posts: string[];
            /** @description Roles beside being a cadre. */
            roles: string[];
            /**
             * Format: int32
             * @description For If-Match.
             */
            version: number;
        };
        /** @description People that were found. */
        LoginList: {
            /** @description The first hundred. */
            people: components["schemas"]["LoginLine"][];
            /**
             * Format: int32
             * @description How many there are.
             */
            total: number;
            /**
             * Format: int32
             * @description How many people in office cannot sign in.
             */
            withoutLogin: number;
        };
        /** @description How many logins were set and how many stood so already. */
        LoginsSet: {
            /** Format: int32 */
            same: number;
            /** Format: int32 */
            set: number;
        };
        /** @description Logins of many people at once. */
        ManyLogins: {
            rows: components["schemas"]["NumberedLogin"][];
        };
        /** @description A column of the file and the field it goes to. */
        MappedColumn: {
            /** @description The heading as it stood. */
            header: string;
            /**
             * Format: int32
             * @description 0-based position.
             */
            index: number;
            /** @description Field key; null where the column is left out. */
            mappedTo: null | string;
        };
        MarkNotice: {
            message: string;
            messageEn: string;
            personId: string;
            sessionId: string;
        };
        /** @description Marks that were set. */
        MarksSet: {
            /** @description Attendance as it stands now. */
            attendance: components["schemas"]["AttendanceView"];
            /** @description Look-alikes that were normalised. */
            notices: components["schemas"]["MarkNotice"][];
        };
        /** @description A role for somebody. */
        NewGrant: {
            /** @description The person. */
            personId: string;
            /** @description A chair's region. */
            regionId?: null | string;
            /** @description One of Roles beside `cadre`. */
            role: string;
            /** @description A secretary's school; of a reviewer one school, or null for the district. */
            schoolId?: null | string;
        };
        NewOpeningYear: {
            proof: string;
            /** Format: int32 */
            year: number;
        };
        /** @description A pass to be issued. */
        NewPass: {
            /** Format: date */
            from: string;
            holderId: string;
            personalPortfolios: boolean;
            purpose: string;
            schoolPortfolio: boolean;
            /** Format: date */
            until: string;
        };
        /** @description Somebody who is no cadre: an officer, a reviewer, the administrator. */
        NewPerson: {
            login: null | string;
            name: string;
        };
        /** @description Whom to file. */
        NewPlatformFiling: {
            /** @description The cadres; null for all that have a recognised year. */
            personIds: null | string[];
        };
        /** @description What a new record is for. */
        NewRecord: {
            /** @description An earlier paper of the same form and owner whose text is taken over, years moved on (R86); left out: an empty one. */
            carryFrom?: null | string;
            /** @description The form. */
            formId: string;
            /** @description For a cadre's paper; left out: the asker. */
            personId?: null | string;
            /** @description For a school's paper; left out: the school whose secretary asks. */
            schoolId?: null | string;
            /**
             * Format: int32
             * @description 1 or 2 for a semester's paper, else left out.
             */
            semester?: null | number;
            /**
             * Format: int32
             * @description The year; of a three-year plan its first.
             */
            year: number;
        };
        /** @description The login of whoever has this platform number. */
        NumberedLogin: {
            login: string;
            platformNo: string;
        };
        /** @description A year before the rule. */
        OpeningYearView: {
            /** Format: date-time */
            confirmedAt: null | string;
            confirmedBy: null | string;
            proof: string;
            /** Format: int32 */
            year: number;
        };
        /** @description A paper that is not settled. */
        OpenPaper: {
            /** @description The form. */
            formId: string;
            /** @description The paper. */
            label: string;
            /** @description The same in English. */
            labelEn: string;
            /** @description The cadre, or null for a paper of the school. */
            name: null | string;
            /** @description The record; null where none was begun. */
            recordId: null | string;
            /** @description Its state. */
            state: components["schemas"]["BoardState"];
        };
        /** @description What the task pane must know before it can sign anybody in. Nothing here is secret. */
        PaneSettings: {
            /** @description OpenID authority. */
            authority: null | string;
            /** @description Id of the registered application (`Cloud:PaneClientId`, `Cloud:ClientId`); null where nobody signs in with a provider. */
            clientId: null | string;
            /** @description Name of the cloud profile. */
            cloud: string;
            /** @description Kind of the provider; at any but Entra only the pane's sign-in window works. */
            provider: components["schemas"]["ProviderKind"];
            /** @description The API's name for a provider whose scopes do not name it; null for Entra. */
            resource: null | string;
            /** @description The scope of our API (`Cloud:Audience` and `Cloud:Scope`), ending in `access_as_user`. */
            scope: null | string;
            /** @description Version of the service, for a report to the administrator. */
            version: string;
        };
        /** @description A paper with characters that its faces lack. */
        PaperGaps: {
            /** @description Its form. */
            formId: string;
            /** @description The characters in the order of the form. */
            gaps: components["schemas"]["CharacterGap"][];
            /** @description The owner; null for the school's papers. */
            personId: null | string;
            /** @description The owner's name; null for the school's papers. */
            personName: null | string;
            /** @description The record. */
            recordId: string;
            /** @description Its title. */
            title: string;
        };
        /** @description Somebody who may hold a pass: a reviewer, a region's chair or an officer. */
        PassHolder: {
            name: string;
            personId: string;
            roles: string[];
        };
        /** @description A reviewer of the school. */
        PassPerson: {
            name: string;
            personId: string;
        };
        /** @description Asks for a pass. */
        PassRequest: {
            /**
             * Format: date
             * @description The last day on which it holds; at most a year ahead.
             */
            lastDay: string;
            /** @description A reviewer of the school. */
            personId: string;
        };
        /**
         * @description Whether a pass holds.
         * @enum {unknown}
         */
        PassState: "coming" | "in-force" | "expired" | "revoked";
        /** @description A pass. */
        PassView: {
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /** @description Who may read. */
            holderId: string;
            /** @description Their name. */
            holderName: string;
            /** @description The pass. */
            id: string;
            /**
             * Format: date-time
             * @description When.
             */
            issuedAt: string;
            /** @description Who issued it. */
            issuedBy: string;
            /** @description True where it opens the cadres' portfolios. */
            personalPortfolios: boolean;
            /** @description What the survey is for. */
            purpose: string;
            /**
             * Format: int32
             * @description Readings under it so far.
             */
            readings: number;
            /** @description The school. */
            schoolId: string;
            /** @description Its name. */
            schoolName: string;
            /** @description True where it opens the school's portfolio. */
            schoolPortfolio: boolean;
            /** @description Whether it holds today. */
            state: components["schemas"]["PassState"];
            /**
             * Format: date
             * @description Last day; it expires by itself.
             */
            until: string;
        };
        /** @description A five-year period. */
        PeriodView: {
            /**
             * Format: double
             * @description 师德素养; null while the rates are unset.
             */
            ethics: null | number;
            /**
             * Format: double
             * @description Its cap, or null.
             */
            ethicsCap: null | number;
            /**
             * Format: int32
             * @description First year.
             */
            from: number;
            /** @description A line per year. */
            lines: components["schemas"]["LedgerLineView"][];
            /** @description As printed in “十 五”. */
            numeral: string;
            /** @description Why nothing was computed and who has to set what; null where it was computed. */
            refusal: null | string;
            /** @description The same in English. */
            refusalEn: null | string;
            /**
             * Format: double
             * @description 知识技能; null while the rates are unset.
             */
            skills: null | number;
            /**
             * Format: double
             * @description Its cap, or null.
             */
            skillsCap: null | number;
            /**
             * Format: int32
             * @description Last year.
             */
            until: number;
            /**
             * Format: int32
             * @description Actual years (实际年数).
             */
            years: number;
        };
        /** @description What was filed for one person; kept with the filing. */
        PlatformFiled: {
            /** Format: double */
            ethics: number;
            name: string;
            personId: string;
            platformNo: string;
            /** Format: double */
            skills: number;
        };
        /** @description An import sheet that was made. */
        PlatformFilingView: {
            /** @description True where the asker may take it back: the school while there is no receipt, the college always. */
            canWithdraw: boolean;
            /**
             * Format: date-time
             * @description When.
             */
            createdAt: string;
            /** @description By whom. */
            createdBy: string;
            /** @description The filing. */
            id: string;
            /** @description The cadres in it, with both credits. */
            people: components["schemas"]["PlatformFiled"][];
            /** @description The platform's receipt; null until known. */
            receipt: null | string;
            /**
             * Format: date-time
             * @description When it was entered.
             */
            receiptAt: null | string;
            withdrawn: null | components["schemas"]["PlatformWithdrawn"];
        };
        /** @description A cadre's line with what stands in the way. */
        PlatformLine: {
            /**
             * Format: double
             * @description 师德素养; null while the rates are unset.
             */
            ethics: null | number;
            /** @description True where the period was filed before, here or at another school. */
            filed: boolean;
            /** @description What became of each year of the period. */
            lines: components["schemas"]["PlatformYear"][];
            /** @description Name. */
            name: string;
            /** @description The cadre. */
            personId: string;
            /** @description 进修编号, text; empty where unknown. */
            platformNo: string;
            /** @description What stands in the way of filing. */
            problems: components["schemas"]["ProblemItem"][];
            /**
             * Format: double
             * @description 知识技能; null while the rates are unset.
             */
            skills: null | number;
            /**
             * Format: int32
             * @description Actual years (实际年数).
             */
            years: number;
        };
        /** @description A period that can be chosen. */
        PlatformPeriod: {
            /** Format: int32 */
            from: number;
            numeral: string;
            /** Format: int32 */
            until: number;
        };
        /** @description What a school files on the online platform for a period. */
        PlatformView: {
            /** @description True for the school's secretary, once the period is over. */
            canFile: boolean;
            /**
             * Format: double
             * @description Cap of 师德素养, or null.
             */
            ethicsCap: null | number;
            /** @description Import sheets that were made, the newest first. */
            filings: components["schemas"]["PlatformFilingView"][];
            /**
             * Format: int32
             * @description First year of the period.
             */
            from: number;
            /** @description As printed in “十 五”. */
            numeral: string;
            /**
             * Format: date
             * @description First day on which the period can be filed: the one after its end (A20).
             */
            opensOn: string;
            /** @description The periods that can be chosen, the oldest first. */
            periods: components["schemas"]["PlatformPeriod"][];
            /** @description Why nothing is computed and who has to set what; null where it is computed. */
            refusal: null | string;
            /** @description The same in English. */
            refusalEn: null | string;
            /** @description A row per cadre whose papers the school files. */
            rows: components["schemas"]["PlatformLine"][];
            /** @description True until that day. */
            running: boolean;
            /** @description The school. */
            schoolId: string;
            /** @description Its name. */
            schoolName: string;
            /**
             * Format: double
             * @description Cap of 知识技能, or null.
             */
            skillsCap: null | number;
            /**
             * Format: int32
             * @description Last year.
             */
            until: number;
        };
        /** @description A filing that was taken back. */
        PlatformWithdrawn: {
            /** Format: date-time */
            at: string;
            by: string;
            reason: string;
        };
        /** @description What became of a year. */
        PlatformYear: {
            state: components["schemas"]["LedgerYearState"];
            stateLabel: string;
            stateLabelEn: string;
            /** Format: int32 */
            year: number;
        };
        /**
         * @description The two portfolios (档案袋).
         * @enum {unknown}
         */
        Portfolio: "school" | "personal";
        /** @description What stands in the way of printing. */
        PrintCheck: {
            /** @description Papers with characters that their faces lack, in the order of the binder. */
            papers: components["schemas"]["PaperGaps"][];
            /** @description True where the service can make the binder as PDF. */
            pdf: boolean;
        };
        /** @description A refusal that a person can act on; becomes problem details (RFC 9457) with both languages. */
        Problem: {
            /** @description Stable code; the `type` is `/problems/` and this. */
            code: string;
            /** @description Where, and what to do, in Chinese. */
            detail?: null | string;
            /** @description The same in English. */
            detailEn?: null | string;
            /** @description Every single fault, where there are several. */
            items?: components["schemas"]["ProblemItem"][];
            /** @description Further members of the problem details, such as the current version of a stale write. */
            more?: Record<string, never>;
            /**
             * Format: int32
             * @description HTTP status.
             */
            status: number;
            /** @description What is wrong, in Chinese. */
            title: string;
            /** @description The same in English. */
            titleEn: string;
        };
        ProblemDetails: {
            detail?: null | string;
            instance?: null | string;
            /** Format: int32 */
            status?: null | number;
            title?: null | string;
            type?: null | string;
        };
        /** @description One fault with its place. */
        ProblemItem: {
            /** @description Stable code. */
            code: string;
            /** @description Key of the field, or null. */
            field?: null | string;
            /** @description Name of the file, or null. */
            file?: null | string;
            /** @description Sentence in Chinese that says what to do. */
            message: string;
            /** @description The same in English. */
            messageEn: string;
            /**
             * Format: int32
             * @description 1-based row as the user sees it, or null.
             */
            row?: null | number;
            /** @description Sheet or part, or null. */
            sheet?: null | string;
        };
        /**
         * @description What kind of provider signs people in.
         * @enum {unknown}
         */
        ProviderKind: "entra" | "open-id";
        /** @description One change. */
        ReadBackChange: {
            /** @description `add`, `change` or `remove`. */
            kind: string;
            /** @description The change in Chinese. */
            message: string;
            /** @description The same in English. */
            messageEn: string;
        };
        /** @description One field of a reading. */
        ReadingField: {
            before: string;
            changed: boolean;
            key: string;
            label: string;
            raw: null | string;
            /** Format: int32 */
            row: null | number;
            section: null | string;
            source: null | components["schemas"]["ReadSource"];
            value: string;
        };
        /** @description One reading. */
        ReadingLine: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who read. */
            holderName: string;
            /** @description The paper's title. */
            label: string;
            /** @description The same in English. */
            labelEn: string;
            /** @description Under which pass. */
            passId: string;
            /** @description Whose paper; null for the school's and the board. */
            personName: null | string;
            /** @description The paper; null for the board. */
            recordId: null | string;
            /**
             * Format: int32
             * @description Its year; null for the board.
             */
            year: null | number;
        };
        ReadingNote: {
            message: string;
            messageEn: string;
        };
        /** @description What was read from an uploaded document, to be looked at before it is applied. */
        ReadingView: {
            /**
             * Format: int32
             * @description The record's version now; the If-Match of applying.
             */
            currentVersion: number;
            /**
             * Format: int32
             * @description Version of the record that the document was made from; 0 where it does not say.
             */
            documentVersion: number;
            /** @description For a sheet that is drawn from elsewhere (表3): what applying changes there, each as a sentence; empty for other sheets. */
            effects: components["schemas"]["ReadBackChange"][];
            /** @description Every field that was read. */
            fields: components["schemas"]["ReadingField"][];
            /** @description Name of the uploaded file. */
            fileName: string;
            /** @description Its form. */
            formId: string;
            /** @description The reading. */
            id: string;
            /** @description Word or Excel. */
            kind: components["schemas"]["DocumentKind"];
            /** @description What could not be placed, and what was normalised. */
            notUnderstood: components["schemas"]["ReadingNote"][];
            /** @description Values that do not fit; applying is refused while there are some. */
            problems: components["schemas"]["ProblemItem"][];
            /** @description The record it is for. */
            recordId: string;
            /** @description True where the record was changed by other hands since the document was made: applying needs `overwrite`. */
            stale: boolean;
            /** @description The form's title. */
            title: string;
        };
        /** @enum {unknown} */
        ReadSource: "tag" | "position" | "label" | null;
        /** @description A record in a list. */
        RecordLine: {
            comment: null | string;
            contentCode: string;
            formId: string;
            id: string;
            personId: null | string;
            personName: null | string;
            schoolId: string;
            /** Format: int32 */
            semester: number;
            sheet: null | string;
            state: components["schemas"]["RecordState"];
            title: string;
            titleEn: string;
            /** Format: int32 */
            untilYear: number;
            /** Format: date-time */
            updatedAt: string;
            /** Format: int32 */
            version: number;
            /** Format: int32 */
            year: number;
        };
        /**
         * @description States of a paper: 草稿 → 已提交 → (退回) → 已接受 → 归档.
         * @enum {unknown}
         */
        RecordState: "draft" | "submitted" | "returned" | "accepted" | "filed";
        /** @description New values of a record: text or numbers by field key, arrays of rows by section key. */
        RecordValues: {
            /** @description The values. */
            data: components["schemas"]["JsonObject"];
            /** @description Fields whose carried paragraphs were read and stay as they are: their marks go. */
            reviewed?: null | string[];
        };
        /** @description A record with everything. */
        RecordView: {
            /** @description What the asker may do now: edit, submit, withdraw, return, accept, reopen, attach. */
            allowed: string[];
            /** @description Files beside it. */
            attachments: components["schemas"]["AttachmentView"][];
            /** @description Paragraphs taken over from last year and not yet touched, by field; shown to the author alone. */
            carried: components["schemas"]["CarriedField"][];
            /** @description What was said when it was returned. */
            comment: null | string;
            /** @description Code over the values (内容码). */
            contentCode: string;
            /** @description The values. */
            data: components["schemas"]["JsonObject"];
            /** @description True where a first text can be made of the owner's own year. */
            drafts: boolean;
            /** @description Its form. */
            formId: string;
            /** @description The record. */
            id: string;
            /** @description Kinds of document it can be downloaded as. */
            kinds: string[];
            /** @description Keys of single fields that somebody else writes (学校意见 on 表10); the asker reads them only. */
            otherHand: string[];
            /** @description Cadre; null for the school's own papers. */
            personId: null | string;
            /** @description Their name. */
            personName: null | string;
            /** @description Code of the last print; another one than ContentCode means that the print is void. */
            printedCode: string;
            /** @description Scheme version it was made under. */
            schemeVersion: string;
            /** @description School. */
            schoolId: string;
            /** @description Its name. */
            schoolName: string;
            /**
             * Format: int32
             * @description 1, 2, or 0.
             */
            semester: number;
            /** @description Name of the semester, or null. */
            semesterName: null | string;
            /** @description Printed number of the sheet, or null. */
            sheet: null | string;
            /** @description Its state. */
            state: components["schemas"]["RecordState"];
            /**
             * Format: date-time
             * @description When it was handed in.
             */
            submittedAt: null | string;
            /** @description The form's title. */
            title: string;
            /** @description The same in English. */
            titleEn: string;
            /**
             * Format: int32
             * @description Last year it is in force.
             */
            untilYear: number;
            /**
             * Format: date-time
             * @description Last write.
             */
            updatedAt: string;
            /**
             * Format: int32
             * @description Counts up with every write; also the ETag.
             */
            version: number;
            /**
             * Format: int32
             * @description Year, or first year.
             */
            year: number;
        };
        /** @description A region. */
        RegionLine: {
            /** @description Its code. */
            code: string;
            /** @description The region. */
            id: string;
            /** @description Its name. */
            name: string;
            /**
             * Format: int32
             * @description Number of its schools.
             */
            schools: number;
        };
        RegionSchool: {
            id: string;
            name: string;
        };
        /** @description A region's year. */
        RegionYearView: {
            /** @description True for the region's chair. */
            canEdit: boolean;
            /** @description Its name. */
            name: string;
            /** @description The region. */
            regionId: string;
            /** @description Its schools. */
            schools: components["schemas"]["RegionSchool"][];
            /** @description Joint sessions with the schools they landed in. */
            sessions: components["schemas"]["JointSessionView"][];
            /** @description 年度主题; empty until set. */
            theme: string;
            /**
             * Format: int32
             * @description For If-Match; 0 until set.
             */
            themeVersion: number;
            /**
             * Format: int32
             * @description The year.
             */
            year: number;
        };
        /** @description Reopening a year. */
        ReopenYear: {
            /** @description Why; kept in the history. */
            reason: null | string;
        };
        /** @description Asks for another attempt at one file. */
        RetryRequest: {
            /**
             * @description True where the record shall win over what stands in the library; default false.
             * @default false
             */
            replace: boolean;
        };
        /** @description One file of a returned .zip. */
        ReturnedPaper: {
            /** @description Its path in the .zip. */
            file: string;
            /** @description Why it was not taken, in Chinese. */
            message: null | string;
            /** @description The same in English. */
            messageEn: null | string;
            reading: null | components["schemas"]["ReturnedReading"];
        };
        /** @description A reading of a returned file, in short. */
        ReturnedReading: {
            /**
             * Format: int32
             * @description How many fields applying would change.
             */
            changed: number;
            /**
             * Format: int32
             * @description The record's version now.
             */
            currentVersion: number;
            /** @description Id of the reading, by which it is applied. */
            id: string;
            /**
             * Format: int32
             * @description How many things in the document were not understood.
             */
            notUnderstood: number;
            /** @description Name of the cadre; null for the school's papers. */
            owner: null | string;
            /** @description The record. */
            recordId: string;
            /** @description True where others changed the record since the document was made: look before applying. */
            stale: boolean;
            /** @description Title of its form. */
            title: string;
        };
        /** @description Why a paper goes back. */
        ReturnRequest: {
            comment: null | string;
        };
        /** @description A column of the audit workbook. */
        ReviewColumnView: {
            /** @description Its header. */
            header: string;
            /** @description True where its cells hold numbers. */
            number: boolean;
        };
        /** @description A row that changed since the workbook was downloaded. */
        ReviewConflict: {
            /** @description `opinion`, `recognised`, `reason` or `counts`. */
            field: string;
            /** @description Name. */
            name: string;
            /** @description The cadre. */
            personId: string;
            /**
             * Format: int32
             * @description Row in the workbook.
             */
            row: number;
            /** @description School. */
            schoolName: string;
            /** @description In the service now. */
            theirs: string;
            /** @description In the workbook. */
            yours: string;
        };
        /** @description A row that is not plain. */
        ReviewException: {
            /** @description `gaps`, `typed`, `declared-over-gaps` or `undecided`. */
            kind: string;
            /** @description What is the matter, in Chinese. */
            label: string;
            /** @description The same in English. */
            labelEn: string;
            /** @description Name. */
            name: string;
            /** @description The cadre. */
            personId: string;
        };
        /** @description A paper of the school beside its credits. */
        ReviewPaper: {
            recordId: string;
            state: components["schemas"]["RecordState"];
        };
        /** @description One changed row, as its cells say. */
        ReviewRowEdit: {
            /** @description 底稿. */
            base: string;
            /** @description 键. */
            key: string;
            /** @description 姓名. */
            name: string;
            /** @description 区级审核意见; empty takes it back. */
            opinion: null | string;
            /** @description 理由. */
            reason: null | string;
            /** @description 认定学分; empty lets the opinion decide. */
            recognised: null | string;
            /**
             * Format: int32
             * @description Row number on the sheet, for messages.
             */
            row: number;
            /** @description 学校. */
            school: string;
            /** @description 版本. */
            version: string;
        };
        /** @description Rows that were changed in the open workbook. */
        ReviewRowEdits: {
            rows: components["schemas"]["ReviewRowEdit"][];
        };
        /** @description What became of changed rows. */
        ReviewRowsSaved: {
            /** @description People whose opinion was taken. */
            applied: string[];
            /** @description Rows that changed since; they were left as they are. */
            conflicts: components["schemas"]["ReviewConflict"][];
            /** @description Rows with a fault, by row and column; they were left as they are. */
            problems: components["schemas"]["ProblemItem"][];
            /** @description Every sent row as it stands now. */
            rows: components["schemas"]["ReviewRowView"][];
            /**
             * Format: int32
             * @description Rows that say what was known.
             */
            unchanged: number;
        };
        /** @description The rows of the audit workbook as they stand now. */
        ReviewRowsView: {
            /** @description The workbook's columns, in order. */
            columns: components["schemas"]["ReviewColumnView"][];
            /** @description A row per cadre of the asker's schools, odd ones first. */
            rows: components["schemas"]["ReviewRowView"][];
            /**
             * Format: int32
             * @description The year.
             */
            year: number;
        };
        /** @description A row of the audit workbook. */
        ReviewRowView: {
            /** @description The texts of the cells, one for each column. */
            cells: string[];
            /** @description True for a plain row: complete, nothing typed by hand, declared. */
            clean: boolean;
            /** @description The key cell, by which the row is found wherever it was sorted to. */
            key: string;
            /** @description Name. */
            name: string;
            /** @description True for the asker's own line, which another reviewer judges. */
            own: boolean;
            /** @description The cadre. */
            personId: string;
            /** @description School. */
            schoolId: string;
            /** @description Its name. */
            schoolName: string;
            /** @description True once the school's year was signed. */
            signedOff: boolean;
        };
        /** @description A school in the reviewer's queue. */
        ReviewSchool: {
            /**
             * Format: int32
             * @description Rows of its 表4.
             */
            cadres: number;
            /**
             * Format: int32
             * @description Rows whose set is complete and untouched by hand.
             */
            complete: number;
            /** @description What needs a look, row by row. */
            exceptions: components["schemas"]["ReviewException"][];
            plan: null | components["schemas"]["ReviewPaper"];
            /** @description Its region. */
            regionName: string;
            /**
             * Format: int32
             * @description Rows sent back.
             */
            returned: number;
            /**
             * Format: int32
             * @description Rows with an opinion.
             */
            reviewed: number;
            /** @description The school. */
            schoolId: string;
            /** @description Its name. */
            schoolName: string;
            /** @description True once the reviewer signed. */
            signedOff: boolean;
            summary: null | components["schemas"]["ReviewPaper"];
        };
        /** @description What a marked workbook did. */
        ReviewUploadView: {
            /** @description Rows whose opinion was taken. */
            applied: components["schemas"]["AppliedOpinion"][];
            /** @description Rows that changed since the download; they were left as they are. */
            conflicts: components["schemas"]["ReviewConflict"][];
            /**
             * Format: int32
             * @description Rows that say what was known.
             */
            unchanged: number;
        };
        /** @description Why a pass is taken back. */
        RevokePass: {
            reason: null | string;
        };
        /** @description A sentence about rights. */
        RightsNoteView: {
            good: boolean;
            message: string;
            messageEn: string;
        };
        /** @description A cadre of the roster. */
        RosterCadre: {
            /** @description 出生年月, `1978-06`. */
            birthMonth: null | string;
            /** @description 学历. */
            education: null | string;
            /** @description Dated values. */
            facts: components["schemas"]["RosterFact"][];
            /** @description 曾用名 with their last day known. */
            formerNames: string[];
            /**
             * Format: date
             * @description First day at this post; a post that was split and says the same is one.
             */
            from: string;
            /** @description 姓名. */
            name: string;
            /** @description True where this school files the person's 表4. */
            ofRecord: boolean;
            /**
             * Format: int32
             * @description Position in the list.
             */
            order: number;
            /** @description The person. */
            personId: string;
            /** @description 进修编号: text. */
            platformNo: null | string;
            /** @description 政治面貌. */
            political: null | string;
            /** @description 现任职务; two posts at the school are joined. */
            post: string;
            /** @description All posts of the person with their days, at this school and at others, the latest first. */
            posts: components["schemas"]["RosterPost"][];
            /** @description 职级. */
            rank: null | string;
            /**
             * Format: int32
             * @description Papers of the year.
             */
            records: number;
            /** @description 性别. */
            sex: null | string;
            /** @description 任教学科. */
            subject: null | string;
            /** @description 任教年月, `1999-09`. */
            teachingSince: null | string;
            /** @description 职称. */
            title: null | string;
            /**
             * Format: date
             * @description Last day; null while it holds.
             */
            to: null | string;
            /**
             * Format: int32
             * @description For If-Match.
             */
            version: number;
        };
        /** @description A dated value. */
        RosterFact: {
            /** Format: date */
            from: string;
            key: string;
            /** Format: date */
            to: null | string;
            value: string;
        };
        /** @description A post with its days. */
        RosterPost: {
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /** @description For correcting it. */
            id: string;
            /** @description True where this school files the person's 表4. */
            ofRecord: boolean;
            /** @description 职务. */
            post: string;
            /** @description The school. */
            schoolId: string;
            /** @description Its name. */
            schoolName: string;
            /**
             * Format: date
             * @description Last day; null while it holds.
             */
            to: null | string;
        };
        /** @description The roster of a school's year. */
        RosterView: {
            cadres: components["schemas"]["RosterCadre"][];
            canEdit: boolean;
            schoolId: string;
            schoolName: string;
            /** Format: int32 */
            year: number;
        };
        /**
         * @description What a row does.
         * @enum {unknown}
         */
        RowStatus: "add" | "change" | "same" | "drop" | "error";
        /** @description How 表2 reads. */
        SchemeAttendance: {
            /** @description `absent` (only O) or `all` (A3). */
            absentReading?: string;
            marks?: components["schemas"]["SchemeMark"][];
            unmarked?: null | components["schemas"]["SchemeUnmarked"];
        };
        /** @description A column of 表4. */
        SchemeCount: {
            /** @description Lowest level that counts, itself included (A11). */
            countedFromLevel?: null | string;
            /** @description For 成果汇总: fields whose entries count (A10). */
            countedRows?: string[];
            /** @description Form whose papers are counted. */
            form: string;
            key: string;
            label: string;
            /**
             * Format: int32
             * @description Number that makes a set complete (A7).
             */
            minimum?: number;
            /** @description True where the paper must exist though its number may be 0. */
            presence?: boolean;
        };
        /** @description Credits (学分), exact tenths; null where the regulation sets nothing. */
        SchemeCredit: {
            /** Format: double */
            declaredPerYear?: null | number;
            /** Format: double */
            maximumPerYear?: null | number;
            platformCategory?: null | string;
            platformLevel?: null | string;
            split?: components["schemas"]["SchemeSplit"][];
            trainingIssuer?: null | string;
            trainingLevel?: null | string;
            /** @description `year` or `category` (A27). */
            trainingRows?: string;
        };
        /** @description A date for one year; one that the college sets in the portal takes its place (Deadline). */
        SchemeDeadline: {
            /** @description Last day, `yyyy-MM-dd`. */
            date: string;
            /** @description Form that falls due. */
            form: string;
            /**
             * Format: int32
             * @description Semester, or 0 for all.
             */
            semester?: number;
            /** Format: int32 */
            year: number;
        };
        /** @description An item of a portfolio (档案袋条目). */
        SchemeItem: {
            clause: string;
            /** @description `semester`, `year`, `three-year` or `five-year`. */
            clock: string;
            /**
             * Format: int32
             * @description Papers that one owner owes in one turn of the clock.
             */
            copies?: number;
            filledBy: string;
            /** @description Ids of its forms. */
            forms?: string[];
            /** Format: int32 */
            no: number;
            /** @description Sheets as printed, such as `表5-1 ；表5-2`; null for an item without an official form. */
            sheets?: null | string;
            title: string;
            titleEn: string;
        };
        /** @description A training level (培训级别); a higher rank counts as more. */
        SchemeLevel: {
            label: string;
            labelEn: string;
            /** Format: int32 */
            rank?: number;
        };
        /** @description An attendance mark with the look-alikes that are normalised to it (R50). */
        SchemeMark: {
            accept?: string[];
            key: string;
            label: string;
            labelEn: string;
            mark: string;
            restricted?: boolean;
        };
        /** @description A quick phrase of the audit opinion (A17). Text is Scriban over `credit`. */
        SchemeOpinion: {
            key: string;
            label?: null | string;
            labelEn: string;
            /** @description `full`, `given` or `none`. */
            recognises: string;
            text: string;
        };
        /** @description A five-year period with its rates and caps by split key. */
        SchemePeriod: {
            caps?: {
                [key: string]: number;
            };
            /** Format: int32 */
            from: number;
            /** @description Fills 表12's title “十 五” (A35). */
            numeral?: null | string;
            /** @description Years before the rule, entered by hand with proof (A22). */
            openingYears?: number[];
            perYear?: {
                [key: string]: number;
            };
            /** Format: int32 */
            to: number;
        };
        /** @description A portfolio (档案袋) with its items in official order. */
        SchemePortfolio: {
            /** @description Folder in the library. */
            folder: string;
            items?: components["schemas"]["SchemeItem"][];
            /** @description `school` or `personal`. */
            key: string;
            title: string;
            titleEn: string;
        };
        /** @description One side of the credits' split: 师德素养, 知识技能. */
        SchemeSplit: {
            form: string;
            key: string;
            label: string;
            /** Format: double */
            perYear?: null | number;
        };
        /** @description What a blank mark is called (A4). */
        SchemeUnmarked: {
            closedAs?: null | string;
            label: string;
            labelEn: string;
        };
        /** @description A scheme version as the portal and the pane need it. From and To are the first and last day of the asked year. */
        SchemeView: {
            attendance: components["schemas"]["SchemeAttendance"];
            carriers: components["schemas"]["SchemeWord"][];
            contents: components["schemas"]["SchemeWord"][];
            counts: components["schemas"]["SchemeCount"][];
            credit: components["schemas"]["SchemeCredit"];
            deadlines: components["schemas"]["SchemeDeadline"][];
            district: string;
            forms: components["schemas"]["FormView"][];
            /** Format: date */
            from: string;
            layoutConfirmed: boolean;
            opinions: components["schemas"]["SchemeOpinion"][];
            periods: components["schemas"]["SchemePeriod"][];
            portfolios: components["schemas"]["SchemePortfolio"][];
            semesters: components["schemas"]["SemesterView"][];
            title: string;
            titleEn: string;
            /** Format: date */
            to: string;
            trainingLevels: components["schemas"]["SchemeLevel"][];
            version: string;
        };
        /** @description A word of the vocabulary. */
        SchemeWord: {
            examples?: null | string;
            key: string;
            label: string;
            labelEn: string;
        };
        /** @description A school's evaluation. */
        SchoolEvaluationView: {
            /** @description True where the asker may write it; nobody evaluates the own school. */
            canEdit: boolean;
            evaluation: null | components["schemas"]["EvaluationView"];
            /** @description The data as it stands now. */
            facts: components["schemas"]["EvaluationFacts"];
        };
        /** @description The passes of a school with their readings, as the school reads them. */
        SchoolInspections: {
            passes: components["schemas"]["PassView"][];
            readings: components["schemas"]["ReadingLine"][];
            schoolId: string;
            schoolName: string;
        };
        /** @description A school that one may see. */
        SchoolLine: {
            /** Format: int32 */
            cadres: number;
            code: string;
            id: string;
            name: string;
            regionId: string;
            regionName: string;
            stage: string;
            trainingLead: null | string;
            /** Format: int32 */
            version: number;
        };
        /** @description A school's months. */
        SchoolMonths: {
            /** @description Papers accepted by the end of each month, in the order of List&lt;int&gt; DashboardMonthsView.Months. */
            accepted: number[];
            /**
             * Format: int32
             * @description Papers that a complete year has.
             */
            due: number;
            /** @description The school. */
            schoolId: string;
            /** @description Its name. */
            schoolName: string;
        };
        SectionView: {
            fields: components["schemas"]["FieldView"][];
            key: string;
            label: string;
            /** Format: int32 */
            rowsPerSheet: number;
        };
        /** @description A semester of the asked year with its name. */
        SemesterView: {
            /** Format: date */
            from: string;
            name: string;
            nameEn: string;
            /** Format: int32 */
            no: number;
            /** Format: date */
            to: string;
        };
        /** @description Who is signed in, and what the portal needs to begin with. */
        Session: {
            /** @description For the header `X-CSRF` of every write. */
            antiforgeryToken: string;
            /**
             * Format: int32
             * @description The district's year of today.
             */
            currentYear: number;
            /** @description Language to begin with. */
            language: string;
            /**
             * Format: int32
             * @description The year to begin with: the current one, or the newest before it that has anything where the current one has nothing yet.
             */
            openYear: number;
            person: null | components["schemas"]["SessionPerson"];
            /** @description The rights of today. */
            roles: components["schemas"]["SessionRole"][];
            /** @description The ways to sign in here: `development`, `oidc`. */
            signIn: string[];
            /** @description Years that can be chosen, newest first: from the first that has anything to the next one. */
            years: number[];
        };
        SessionPerson: {
            id: string;
            name: string;
        };
        /** @description A right with the names of what it is limited to. */
        SessionRole: {
            regionId: null | string;
            regionName: null | string;
            role: string;
            schoolId: null | string;
            schoolName: null | string;
        };
        /**
         * @description Planned, held or dropped.
         * @enum {unknown}
         */
        SessionState: "planned" | "held" | "dropped";
        /** @description A session: a row of 表3 and a column of 表2. */
        SessionView: {
            /** @description True where it was taken over from last year and nobody has touched it; shown to the secretary alone. */
            carried: boolean;
            /** @description Key of one of the six carriers, or empty. */
            carrier: string;
            /** @description Key of one of the four contents, or empty. */
            content: string;
            /**
             * Format: date
             * @description Its day.
             */
            date: string;
            /** @description The session. */
            id: string;
            /** @description The region's joint session it came from, or null. */
            jointSessionId: null | string;
            /** @description As 表2 prints it: 3月5日, with ① ② where two fell on one day. */
            label: string;
            /** @description 主讲人; may be an outsider. */
            lecturer: string;
            /**
             * Format: int32
             * @description Attendance marks given for it.
             */
            marks: number;
            /** @description 地点. */
            place: string;
            /** @description planned, held or dropped. */
            state: components["schemas"]["SessionState"];
            /** @description 自培内容. */
            topic: string;
            /**
             * Format: int32
             * @description For If-Match.
             */
            version: number;
        };
        /**
         * @description What a settlement finds right.
         * @enum {unknown}
         */
        Settled: "roster" | "sheet" | "both";
        /** @description Which of two statements is right. */
        Settlement: {
            /** @description Field of the form. */
            field: string;
            /**
             * Format: date
             * @description Of `sheet`: first day of the sheet's value, not after the sheet's day. Of `both`: first day of the roster's value, after the sheet's day. Left out for facts that never change.
             */
            from?: null | string;
            /** @description What the roster said then. */
            inRoster: string;
            /** @description What the sheet said when it was looked at. */
            onSheet: string;
            /** @description `roster`: the sheet is corrected. `sheet`: the roster takes the sheet's value, from a day on. `both`: the sheet was right on its day, the roster's value began later. */
            right: components["schemas"]["Settled"];
        };
        /** @description The reviewer's signature. */
        SignedOffView: {
            /** Format: date-time */
            at: string;
            by: string;
        };
        /** @description The session here has ended. */
        SignedOut: {
            /** @description Address that ends the provider's session too, to be opened next; null where there is none. */
            next: null | string;
        };
        SseItemOfFilingView: {
            data?: components["schemas"]["FilingView"];
            eventId?: null | string;
            eventType?: null | string;
            reconnectionInterval?: null | string;
        };
        /** Format: binary */
        Stream: string;
        /** @description One place with its text, prompt and rules; `Carried` counts its paragraphs that stand untouched from last year. */
        TextPlace: {
            /** Format: int32 */
            carried: number;
            computed: boolean;
            label: string;
            labelEn: string;
            /** Format: int32 */
            occurrence: number;
            prompt: string;
            required: boolean;
            tag: string;
            text: string;
        };
        /** @description A record with the text of every place. */
        TextRecord: {
            comment: null | string;
            contentCode: string;
            editable: boolean;
            fields: components["schemas"]["TextPlace"][];
            formId: string;
            id: string;
            owner: string;
            /** @description The texts when the record had the content code that was asked with; null where it still has it, or where they are not known. */
            past?: null | components["schemas"]["FieldText"][];
            period: string;
            printedCode: string;
            /** @description After a write: sections whose rows stand in another order than they were sent. */
            rearranged?: null | string[];
            scheme: string;
            sheet: null | string;
            state: components["schemas"]["RecordState"];
            submittable: boolean;
            title: string;
            titleEn: string;
            /**
             * Format: date-time
             * @description Moment of its last change.
             */
            updatedAt: string;
            /** Format: int32 */
            version: number;
        };
        /** @description Texts of a document. */
        TextWrite: {
            /** @description Content code of the record that was seen, since rows drawn from elsewhere change without a new version; null asks for the version only. */
            code?: null | string;
            /** @description The places to write; prompts already taken for empty. */
            texts: components["schemas"]["FieldText"][];
        };
        /** @description Another training. */
        TrainingView: {
            certificateName: null | string;
            /**
             * Format: double
             * @description 获得学分.
             */
            credit: number;
            /** @description Another training of the same name and days; null where there is none. */
            duplicateOf: null | string;
            /** @description First day or month. */
            from: string;
            /** @description True where its certificate was uploaded. */
            hasCertificate: boolean;
            /** @description The training. */
            id: string;
            /** @description 发证机构. */
            issuer: string;
            /** @description 国家级, 市级 or 区级. */
            level: string;
            /** @description 培训班名称. */
            name: string;
            /** @description Last day or month. */
            to: string;
            /**
             * Format: int32
             * @description For If-Match.
             */
            version: number;
        };
        /** @description Someone comes from another school, comes back after having left, or takes a second post. */
        Transfer: {
            /**
             * Format: date
             * @description First day here; the posts of record elsewhere end the day before.
             */
            from: string;
            /** @description The person; or give the platform number. */
            personId: null | string;
            /** @description 进修编号. */
            platformNo: null | string;
            /** @description The post here. */
            post: string;
            /**
             * @description True where the other school stays the school of record (A32).
             * @default false
             */
            secondPost: boolean;
        };
        /** @description A hand-typed number of 表4 and why it differs from the papers (R53). */
        TypedCount: {
            /** @description Why; never empty. */
            reason: string;
            /**
             * Format: int32
             * @description The number, 0 to 99.
             */
            value: number;
        };
        /** @description Asks for a comparison of what was filed with what the library holds. */
        VerifyRequest: {
            /**
             * @description True moves back what was moved, removes what was superseded, and lets the next filing write again what is missing. Default false.
             * @default false
             */
            repair: boolean;
            /**
             * Format: int32
             * @description 年度.
             */
            year: number;
        };
        /** @description What the comparison found. */
        VerifyView: {
            /** @description Everything that is not as it was filed; empty where all is in order. */
            differences: components["schemas"]["LibraryDifference"][];
            /**
             * Format: int32
             * @description Files of the year that were filed, before anything was repaired.
             */
            filed: number;
            /** @description True where what can be repaired was: missing files then come with the next filing. */
            repaired: boolean;
        };
        /** @description Why a filing, or a confirmation, is taken back. */
        WithdrawReason: {
            /** @description The fault of a missing or overlong reason; null where it is fine. */
            fault?: components["schemas"]["Problem"];
            /** @description Up to 200 characters; kept in the history. */
            reason: null | string;
        };
        /** @description What is still open in a school's year, looked at before it is handed in. Only blank marks stand in the way; the rest is named and left to people. */
        YearCheckView: {
            /** @description Blank attendance marks; each has to be confirmed as 不计. */
            blanks: components["schemas"]["BlankMark"][];
            /** @description Cadres whose set is incomplete, with what is missing by name. */
            gaps: components["schemas"]["YearGap"][];
            /** @description The school. */
            schoolId: string;
            /** @description Its name. */
            schoolName: string;
            /** @description The school's own papers that are not accepted yet. */
            schoolPapers: components["schemas"]["OpenPaper"][];
            /**
             * Format: int32
             * @description Sessions that have a column in 表2; none means that nothing was planned.
             */
            sessions: number;
            /** @description Whether it was handed in, by whom, and what the asker may do. */
            state: components["schemas"]["YearStateView"];
            /** @description Papers handed in that nobody has judged yet. */
            waiting: components["schemas"]["OpenPaper"][];
            /**
             * Format: int32
             * @description The year.
             */
            year: number;
        };
        /** @description A cadre with an incomplete set. */
        YearGap: {
            /**
             * Format: double
             * @description 申报学分 as it stands; null where nothing is declared.
             */
            credit: null | number;
            /** @description The missing papers. */
            gaps: components["schemas"]["CreditGapView"][];
            /** @description Name. */
            name: string;
            /** @description The cadre. */
            personId: string;
            /** @description Why it is declared nevertheless. */
            reason: null | string;
        };
        /** @description The state of a school's year. */
        YearStateView: {
            canClose: boolean;
            canReopen: boolean;
            closed: boolean;
            /** Format: date-time */
            closedAt: null | string;
            closedBy: null | string;
            schoolId: string;
            /** Format: int32 */
            year: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    UndoAct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No such act, not the asker's own, or none that can be taken back. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description `not-undoable`: something newer depends on it, which the title names; `undone-already`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    DownloadAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    RemoveAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    ListChanges: {
        parameters: {
            query?: {
                before?: string;
                personId?: string;
                recordId?: string;
                schoolId?: string;
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeLine"][];
                };
            };
        };
    };
    GetDashboard: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DashboardView"];
                };
            };
        };
    };
    GetDashboardMonths: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DashboardMonthsView"];
                };
            };
        };
    };
    GetDeadlines: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlineListView"];
                };
            };
        };
    };
    SetDeadlines: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditDeadlines"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlineListView"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Somebody else set one meanwhile; nothing was changed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A day lies far outside the year, or the form knows no such semester; `problems` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    ListDevelopmentPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DevelopmentPerson"][];
                };
            };
        };
    };
    SignInForDevelopment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DevelopmentSignIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    GetDigests: {
        parameters: {
            query?: {
                language?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DigestView"];
                };
            };
        };
    };
    ExportDistrictDigest: {
        parameters: {
            query?: {
                format?: string;
                language?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": components["schemas"]["Stream"];
                    "text/plain": components["schemas"]["Stream"];
                };
            };
        };
    };
    SendDigests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DigestRun"];
                };
            };
            /** @description Messages are switched off. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    GetDistrict: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DistrictView"];
                };
            };
        };
    };
    AddRegion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditRegion"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DistrictView"];
                };
            };
        };
    };
    EditRegion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditRegion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DistrictView"];
                };
            };
        };
    };
    RemoveRegion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AddSchool: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditDistrictSchool"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DistrictView"];
                };
            };
        };
    };
    EditDistrictSchool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditDistrictSchool"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DistrictView"];
                };
            };
        };
    };
    RemoveSchool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListDuties: {
        parameters: {
            query?: {
                /** @description The cadre; the asker if left out. */
                personId?: string;
                /** @description The year; the current one if left out. */
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Duty"][];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    ListEvaluations: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvaluationsView"];
                };
            };
        };
    };
    GetFiling: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                filingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingView"];
                };
            };
        };
    };
    CancelFiling: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                filingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingView"];
                };
            };
        };
    };
    WatchFiling: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                filingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["SseItemOfFilingView"];
                };
            };
        };
    };
    ListFilingItems: {
        parameters: {
            query?: {
                state?: components["schemas"]["FilingItemState"];
            };
            header?: never;
            path: {
                filingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingItemView"][];
                };
            };
        };
    };
    RetryFilingItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                filingId: string;
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["RetryRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingView"];
                };
            };
        };
    };
    ResumeFiling: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                filingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingView"];
                };
            };
        };
    };
    ListGrants: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantLine"][];
                };
            };
        };
    };
    AddGrant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGrant"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewGrant"];
                };
            };
        };
    };
    RemoveGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AttachInboxPaper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paperId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttachRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentView"];
                };
            };
        };
    };
    DismissInboxPaper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paperId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReadInboxPaper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paperId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingView"];
                };
            };
        };
    };
    ListInspections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassView"][];
                };
            };
        };
    };
    RevokePass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokePass"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassView"];
                };
            };
        };
    };
    ListPassHolders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassHolder"][];
                };
            };
        };
    };
    GetLibraryState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryState"];
                };
            };
        };
    };
    ListLogins: {
        parameters: {
            query?: {
                query?: string;
                withoutLogin?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginList"];
                };
            };
        };
    };
    SetLogins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManyLogins"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginsSet"];
                };
            };
        };
    };
    EditLogin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditLogin"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AddPerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPerson"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginLine"];
                };
            };
        };
    };
    GetPaneSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaneSettings"];
                };
            };
        };
    };
    EditPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditPerson"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterCadre"];
                };
            };
        };
    };
    DownloadOwnArchive: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SetFilingSchool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditFilingSchool"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterCadre"];
                };
            };
        };
    };
    GetLedger: {
        parameters: {
            query?: {
                year?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerView"];
                };
            };
        };
    };
    AddOpeningYear: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOpeningYear"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpeningYearView"];
                };
            };
        };
    };
    RemoveOpeningYear: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ConfirmOpeningYear: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpeningYearView"];
                };
            };
        };
    };
    WithdrawOpeningYear: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpeningYearView"];
                };
            };
            /** @description Only the college, and nobody for own years. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description It is not confirmed, or the period was filed on the platform with it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    EditPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                postId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditPost"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterCadre"];
                };
            };
        };
    };
    RemovePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                postId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    GetTrainingCredits: {
        parameters: {
            query: {
                format?: string;
                year: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["Stream"];
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": components["schemas"]["Stream"];
                };
            };
        };
    };
    AddTraining: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditTraining"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingView"];
                };
            };
        };
    };
    EditTraining: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                trainingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditTraining"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingView"];
                };
            };
        };
    };
    RemoveTraining: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                trainingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    GetCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                trainingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    PutCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The cadre. */
                id: string;
                /** @description The training. */
                trainingId: string;
            };
            cookie?: never;
        };
        /** @description A PDF, PNG or JPEG, recognised by its content. */
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: components["schemas"]["IFormFile"];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingView"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Neither PDF nor picture. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    RemoveCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                trainingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingView"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    FindPeople: {
        parameters: {
            query: {
                query: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundPerson"][];
                };
            };
        };
    };
    SetPlatformReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditReceipt"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformFilingView"];
                };
            };
        };
    };
    WithdrawPlatformFiling: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformFilingView"];
                };
            };
            /** @description The platform's receipt is there: only the college takes it back. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description It was taken back before. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    GetPlatformWorkbook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["Stream"];
                };
            };
        };
    };
    ReadDocument: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The record it is for; may be left out where the document says so itself. */
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: components["schemas"]["IFormFile"];
                } & string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingView"];
                };
            };
            /** @description The document belongs to somebody else. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not a .docx or .xlsx that can be read. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Damaged or dangerous, of an unknown form, of another person, year or form. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    ApplyReading: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["ApplyRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The record changed since the reading, or the document is older than the record and `overwrite` is not set; `differences` shows where. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    ListRecords: {
        parameters: {
            query?: {
                formId?: string;
                personId?: string;
                schoolId?: string;
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordLine"][];
                };
            };
            /** @description Neither the own papers nor a school that one may read. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    StartRecord: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRecord"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Only one such paper may exist; `existingId` names it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    GetRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    WriteRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordValues"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The record was changed since; `differences` shows where the sent values differ from the current ones. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Values do not fit; `problems` names each. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    AcceptRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    AddAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The record. */
                id: string;
            };
            cookie?: never;
        };
        /** @description Stops it. */
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: components["schemas"]["IFormFile"];
                } & string & {
                    withoutCode?: boolean;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentView"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description `void-print`: the scan shows values that are no longer the record's. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description `code-needed`: it is not clear which version was scanned. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    GetContradictions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contradiction"][];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    SettleContradiction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Settlement"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contradiction"][];
                };
            };
            /** @description Sheet or roster is not the asker's to change. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Sheet or roster say something else by now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The day is missing or does not fit the sheet's. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    DownloadDocument: {
        parameters: {
            query?: {
                /** @description 1 or 2 for the marked copies of a sheet that is handed in twice. */
                copy?: number;
                /** @description `docx` (default) or `xlsx`. */
                format?: string;
                /** @description True to print it: places without a value stay blank, whatever the paper's state. */
                paper?: boolean;
            };
            header?: never;
            path: {
                /** @description The record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description `period-unset`: the sheet needs rates that nobody has set; the problem says who must. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    GetDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description No such paper, or the scheme has no draft for this form. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The paper is closed, or the draft's template is faulty: `draft-template` names place and cause. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    GetRecordHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeLine"][];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    GetLibraryCopy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryCopy"];
                };
            };
        };
    };
    ReadFromLibrary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingView"];
                };
            };
        };
    };
    GetLibraryCopyContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MarkPrinted: {
        parameters: {
            query?: {
                /** @description 内容码 on the print; left out: the current one. */
                code?: string;
            };
            header?: never;
            path: {
                /** @description The record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The values changed since: a print with this code is void. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    ReopenRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    ReturnRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    SubmitRecord: {
        parameters: {
            query?: {
                /** @description True to hand in though text of last year stands untouched. */
                keepCarried?: boolean;
            };
            header?: never;
            path: {
                /** @description The record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            /** @description Not now; or `carried-untouched`: `problems` names the fields that still have text of last year. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Something required is missing; `problems` names each field. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    GetTexts: {
        parameters: {
            query?: {
                /** @description Content code of the document at hand; where the record has another by now, `past` is what it had then. */
                code?: string;
            };
            header?: never;
            path: {
                /** @description The record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TextRecord"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    WriteTexts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextWrite"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TextRecord"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The record was changed since; `conflicts` shows each place where the document differs. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Texts that are no values of their fields; `problems` names each by tag. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    WithdrawRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Precondition Failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    ListRegions: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionYearView"][];
                };
            };
        };
    };
    AddJointSession: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditJointSession"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JointSessionView"];
                };
            };
        };
    };
    EditJointSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditSession"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JointSessionView"];
                };
            };
        };
    };
    CancelJointSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SetRegionTheme: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditTheme"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditTheme"];
                };
            };
        };
    };
    GetResultsWorkbook: {
        parameters: {
            query: {
                purpose?: string;
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["Stream"];
                };
            };
        };
    };
    GetReviewQueue: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewSchool"][];
                };
            };
        };
    };
    EditOpinion: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditOpinion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditRowView"];
                };
            };
        };
    };
    GetReviewRows: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewRowsView"];
                };
            };
        };
    };
    SaveReviewRows: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewRowEdits"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewRowsSaved"];
                };
            };
        };
    };
    AcceptCleanLines: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedLines"];
                };
            };
        };
    };
    SignOff: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    TakeBackSignOff: {
        parameters: {
            query: {
                reason?: string;
                year: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    GetReviewWorkbook: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["Stream"];
                };
            };
        };
    };
    UploadReviewWorkbook: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: components["schemas"]["IFormFile"];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewUploadView"];
                };
            };
        };
    };
    ApplyRosterImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
        };
    };
    GetScheme: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeView"];
                };
            };
        };
    };
    ListSchools: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchoolLine"][];
                };
            };
        };
    };
    EditSchool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditSchool"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchoolLine"];
                };
            };
        };
    };
    GetAttendance: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceView"];
                };
            };
        };
    };
    SetMarks: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditMarks"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarksSet"];
                };
            };
        };
    };
    GetBinder: {
        parameters: {
            query: {
                /** @description Without a cadre: also every cadre's portfolio. */
                everyone?: boolean;
                /** @description `docx` (default), or `pdf` where the service has LibreOffice. */
                format?: string;
                /** @description The cadre whose portfolio is bound; left out for the school's. */
                person?: string;
                /** @description True where papers need not begin on a right-hand page. */
                singleSided?: boolean;
                /** @description The year. */
                year: number;
            };
            header?: never;
            path: {
                /** @description The school. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    GetBoard: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardView"];
                };
            };
        };
    };
    ListContradictions: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contradiction"][];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    GetCredits: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditSheetView"];
                };
            };
        };
    };
    EditCredit: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                id: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditCredit"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditRowView"];
                };
            };
        };
    };
    GetCreditDocument: {
        parameters: {
            query: {
                /** @description 1 for 第一份, 2 for 第二份; left out for none. */
                copy?: number;
                /** @description docx (default) or xlsx. */
                format?: string;
                /** @description The year. */
                year: number;
            };
            header?: never;
            path: {
                /** @description The school. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["Stream"];
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": components["schemas"]["Stream"];
                };
            };
        };
    };
    ExportDigest: {
        parameters: {
            query?: {
                /** @description txt (default) or csv. */
                format?: string;
                /** @description zh (default) or en. */
                language?: string;
            };
            header?: never;
            path: {
                /** @description The school. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": components["schemas"]["Stream"];
                    "text/plain": components["schemas"]["Stream"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    ListSchoolDuties: {
        parameters: {
            query?: {
                year?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Duty"][];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    GetEvaluation: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvaluationsView"];
                };
            };
        };
    };
    SetEvaluation: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditEvaluation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchoolEvaluationView"];
                };
            };
        };
    };
    GetSchoolInspections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchoolInspections"];
                };
            };
        };
    };
    IssuePass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPass"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassView"];
                };
            };
        };
    };
    GetPlatform: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformView"];
                };
            };
        };
    };
    FilePlatform: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["NewPlatformFiling"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformFilingView"];
                };
            };
        };
    };
    GetPreflight: {
        parameters: {
            query: {
                /** @description One cadre only; left out for all papers one may read. */
                person?: string;
                /** @description The year. */
                year: number;
            };
            header?: never;
            path: {
                /** @description The school. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrintCheck"];
                };
            };
        };
    };
    GetRoster: {
        parameters: {
            query?: {
                year?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterView"];
                };
            };
        };
    };
    AddCadre: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditPerson"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterCadre"];
                };
            };
        };
    };
    EndPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Departure"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ExportRoster: {
        parameters: {
            query?: {
                format?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["Stream"];
                    "text/csv": components["schemas"]["Stream"];
                };
            };
        };
    };
    PreviewRosterImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: components["schemas"]["IFormFile"];
                } & string & {
                    whole?: boolean;
                } & {
                    /** Format: date */
                    from?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
        };
    };
    TransferCadre: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Transfer"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterCadre"];
                };
            };
        };
    };
    ListSessions: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"][];
                };
            };
        };
    };
    AddSession: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditSession"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
        };
    };
    EditSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditSession"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
        };
    };
    RemoveSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CarrySessions: {
        parameters: {
            query: {
                /** @description The year that is planned. */
                year: number;
            };
            header?: never;
            path: {
                /** @description The school. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"][];
                };
            };
            /** @description No earlier year has sessions. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The year has sessions already; nothing is overwritten. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    GetEarlierPlan: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EarlierPlan"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    GetSchoolSheet: {
        parameters: {
            query: {
                format?: string;
                year: number;
            };
            header?: never;
            path: {
                formId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["Stream"];
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": components["schemas"]["Stream"];
                };
            };
        };
    };
    GetYear: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YearStateView"];
                };
            };
        };
    };
    CheckYear: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YearCheckView"];
                };
            };
        };
    };
    CloseYear: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseYear"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YearStateView"];
                };
            };
        };
    };
    ReopenYear: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenYear"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YearStateView"];
                };
            };
        };
    };
    DownloadArchive: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListFilings: {
        parameters: {
            query?: {
                year?: number;
            };
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingView"][];
                };
            };
        };
    };
    StartFiling: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilingRequest"];
            };
        };
        responses: {
            /** @description The plan; one that runs already is handed back. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingView"];
                };
            };
        };
    };
    GetInbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxView"];
                };
            };
        };
    };
    ScanInbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxView"];
                };
            };
        };
    };
    GetLibrary: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryFolderView"];
                };
            };
        };
    };
    GetLibraryFile: {
        parameters: {
            query: {
                path: string;
            };
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListFolderRights: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FolderRightsView"];
                };
            };
        };
    };
    GiveLibraryPass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PassRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryRightsView"];
                };
            };
        };
    };
    EndLibraryPass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passId: string;
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryRightsView"];
                };
            };
        };
    };
    GetLibraryRights: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryRightsView"];
                };
            };
        };
    };
    SetLibraryRights: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryRightsView"];
                };
            };
        };
    };
    VerifyLibrary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifyView"];
                };
            };
        };
    };
    PackForOffline: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReadReturned: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: components["schemas"]["IFormFile"];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnedPaper"][];
                };
            };
        };
    };
    GetSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    SignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedOut"];
                };
            };
        };
    };
    GetManifest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SignIn: {
        parameters: {
            query?: {
                /** @description Path in the portal to come back to; anything else than a path of ours becomes `/`. */
                returnUrl?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
