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
