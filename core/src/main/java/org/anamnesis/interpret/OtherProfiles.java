package org.anamnesis.interpret;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Profiles of FHIR by a name that nobody here knows: "with profile foo-bar", "conforming to
 * de.basisprofil.r4", an address of a StructureDefinition.
 */
final class OtherProfiles {
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?i)https?://\\S*structuredefinition/[^\\s,;]+|\\b[a-z0-9-]+(?:\\.[a-z0-9-]+)+\\.r[45]b?\\b");
    private static final String OURS = "us-core|us\\.core|us/core";
    private static final String FHIR = "fhir|ndjson|bundles?|hl7";
    private static final String LEADS = "to|with|against|by|in|the|of|named|called|:|=|is";
    private static final String CONFORMS =
            "conform|conforms|conforming|conformant|compliant|validated|validate|validating|valid|profiled|profile|profiles";
    private static final String NO_NAME =
            "us|core|uscore|us-core|r4|4|4\\.0\\.1|6|6\\.1|6\\.1\\.0|fhir|and|or|for|of|in|as|on|over|from|with|each|all|hl7|the|a|an|them|patients?|omop|csv|parquet|any|standard|standards|official|version|bundles?|resources?|ndjson|it|that|this|validator|hapi|by|to|per";

    private OtherProfiles() {}

    static void find(Draft draft) {
        Sentence s = draft.sentence;
        Matcher m = ADDRESS.matcher(s.english());
        while (m.find()) {
            if (!Pattern.compile(OURS).matcher(m.group().toLowerCase(Locale.ROOT)).find()) {
                problem(draft, token(s, m.start(), false), token(s, m.end(), true));
            }
        }
        boolean fhir = false;
        for (int i = 0; i < s.size(); i++) {
            fhir |= s.like(i, FHIR);
        }
        for (int i = 0; i < s.size() && fhir; i++) {
            named(draft, i);
        }
    }

    /** "with profile foo-bar", "conforming to XYZ". */
    private static void named(Draft draft, int i) {
        Sentence s = draft.sentence;
        if (!s.like(i, CONFORMS) || !s.free(i)) {
            return;
        }
        boolean noun = s.like(i, "profiles?");
        int at = i + 1;
        while (s.like(at, LEADS)) {
            at++;
        }
        boolean led = noun || at > i + 1;
        boolean name =
                at < s.size()
                        && s.free(at)
                        && !s.at(at).number()
                        && !s.inConcept(at)
                        && s.word(at).matches("[\\p{L}][\\p{L}\\p{N}_.-]*")
                        && !s.like(at, NO_NAME);
        boolean before = !noun || s.like(i - 1, "with|using|by|the|meta|\\.|,|fhir|and|to");
        if (led && name && before) {
            problem(draft, i, at + 1);
        }
    }

    private static void problem(Draft draft, int from, int to) {
        if (draft.sentence.free(from, to)) {
            draft.problem(
                    "request.profile.unknown",
                    from,
                    to,
                    OtherStandards.PROFILES,
                    "as FHIR, which is US Core");
        }
    }

    /** The token at a character, or the one behind it. */
    private static int token(Sentence s, int character, boolean behind) {
        int i = 0;
        while (i < s.size()
                && (behind ? s.at(i).start() < character : s.at(i).end() <= character)) {
            i++;
        }
        return i;
    }
}
