// Generated from openapi.json by npm run api.
export interface paths {
    "/api/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest 500 changes of a school, a person or a record, newest first. */
        get: operations["ListChanges"];
        put?: never;
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
        /** Ends someone's posts at this school with a last day. */
        post: operations["EndPost"];
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
        /** Takes someone over from another school from a day on, or adds a second post here. */
        post: operations["TransferCadre"];
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
        /** Ends the session of this browser. */
        post: operations["SignOut"];
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
        /** @description One line of the change log. */
        ChangeLine: {
            after: null | string;
            /** Format: date-time */
            at: string;
            before: null | string;
            by: string;
            byName: string;
            id: string;
            personId: null | string;
            personName: null | string;
            reason: null | string;
            recordId: null | string;
            schoolId: null | string;
            subject: string;
            /** Format: int32 */
            year: null | number;
        };
        /** @description Someone leaves a post. */
        Departure: {
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
        /** @description Settings of a school that the secretary may change. */
        EditSchool: {
            /** @description 干部自培负责人 on 表4; null or empty means the 支部书记 (A16). */
            trainingLead: null | string;
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
             * @description First day at this post.
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
            person: null | components["schemas"]["SessionPerson"];
            /** @description The rights of today. */
            roles: components["schemas"]["SessionRole"][];
            /** @description The ways to sign in here: `development`, `oidc`. */
            signIn: string[];
            /** @description Years that can be chosen, newest first. */
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
        /** @description Someone comes from another school, or takes a second post. */
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    ListChanges: {
        parameters: {
            query?: {
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
                } & {
                    mapping?: string;
                } & {
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
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
