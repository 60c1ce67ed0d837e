package org.anamnesis.interpret;

import java.util.Set;

/** What a list of criteria excludes: "Exclusion: heart failure; eGFR below 30. N = 240". */
final class Exclusions {
    private static final String TITLES =
            "exclusions?|exclude|excluded|excludes|excluding|ineligible|prohibited|forbidden|disallowed"
                    + "|allowed|ok|okay|permitted|eligible|suitable|accepted|unsuitable|barred|banned"
                    + "|contraindications?|contraindicated|excl|exc"
                    + "|included|wanted|enrolled|admitted|accepted|considered|recruited|unwanted";

    /** Titles of what is taken, unless "not" stands before. */
    private static final String GOOD =
            "allowed|ok|okay|permitted|eligible|suitable|accepted|included|wanted|enrolled|admitted"
                    + "|considered|recruited";

    /** Deny what follows a colon, up to the next thought. */
    private static final String DENY = "without|no|not|none|never|neither";

    private static final String OF =
            "of|all|any|the|these|those|following|this|as|follows|conditions|drugs|medications|diseases"
                    + "|people|patients|anyone|with|on";

    private static final Set<String> OTHER =
            Set.of(
                    "inclusion",
                    "design",
                    "inclusions",
                    "include",
                    "included",
                    "n",
                    "size",
                    "sex",
                    "population",
                    "observations",
                    "medication",
                    "medications",
                    "count",
                    "seed",
                    "outcome",
                    "outcomes",
                    "eligible",
                    "incl",
                    "target",
                    "planned",
                    "enrolment",
                    "enrollment",
                    "sample");

    private final Sentence s;
    private final boolean[] inside;

    Exclusions(Sentence s) {
        this.s = s;
        inside = new boolean[s.size() + 1];
        boolean in = false;
        boolean soft = false;
        for (int i = 0; i < s.size(); i++) {
            boolean deny = !titled(i) && denied(i) > 0;
            int to = titled(i) ? title(i) : deny ? denied(i) : other(i);
            if (to > i) {
                boolean not = titled(i) && s.like(i - 1, "not|non|no");
                int from = not ? i - 1 : i;
                while (deny && s.like(from - 1, "the|following|should|must|be|are|is|to")) {
                    from--; // "the following should be ruled out:"
                }
                s.use(from, to);
                in = true;
                soft = deny;
            } else if (ends(i) || (soft && turns(i))) {
                in = false;
            }
            int colon = s.like(i + 1, "criteria|criterion|are|if") ? i + 2 : i + 1;
            boolean taken =
                    !in && s.like(i, "included|incl|inclusions?") && s.word(colon).equals(":");
            if (included(i) || taken) {
                s.use(i, taken ? colon + 1 : i + 2);
            }
            inside[i] = in;
        }
    }

    /** Whether a title of what is excluded stands here: "allowed:" is none, "not allowed:" is. */
    private boolean titled(int i) {
        boolean not = s.like(i - 1, "not|non|no");
        boolean good = s.like(i, GOOD) && !not;
        return s.like(i, TITLES) && !good && title(i) > 0;
    }

    /** One past the colon of a title, "excluded if" or "excluded are", or -1. */
    private int title(int i) {
        boolean start = i == 0 || s.like(i - 1, "[.;:]");
        if (s.word(i).equals("excluded") && start && s.like(i + 1, "are|is")) {
            return s.like(i + 2, ":") ? i + 3 : i + 2;
        }
        if (s.like(i, "excluded|ineligible|eligible|barred") && s.like(i + 1, "if|when|whenever")) {
            return s.like(i + 2, ":") ? i + 3 : i + 2;
        }
        int colon = s.like(i + 1, "criteria|criterion|are|if") ? i + 2 : i + 1;
        while (s.like(colon, OF) && colon < i + 6) {
            colon++;
        }
        if (s.word(colon).equals(":")) {
            return colon + 1;
        }
        boolean noun = s.like(i, "exclusions?|excl|contraindications?");
        int end = s.at(colon - 1).end();
        boolean dash =
                noun
                        && s.english()
                                .substring(end, Math.max(end, s.at(colon).start()))
                                .matches("\\s+[-–—]+\\s+");
        return dash ? colon : -1;
    }

    /** "asthma no: ..." answers the name before it. */
    private boolean named(int i) {
        return s.inConcept(i - 1)
                && !Words.PERSONS.contains(s.word(i - 1))
                && !s.like(i, "without");
    }

    /** "none of the following:", "without:", or -1. */
    private int denied(int i) {
        if (!s.like(i, DENY) || s.like(i - 1, ":|=") || named(i)) {
            return -1;
        }
        int colon = i + 1;
        while (s.like(colon, OF) && colon < i + 6) {
            colon++;
        }
        return s.word(colon).equals(":") ? colon + 1 : -1;
    }

    /** "E1: COPD. E2: smoker" of a list whose first was "I1:" or "E1:", or -1. */
    private int other(int i) {
        boolean numbered =
                s.like(i, "e[1-9][0-9]?") && s.word(i + 1).equals(":") && !s.inConcept(i);
        return numbered && numbered() ? i + 2 : -1;
    }

    private boolean numbered() {
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, "i1|e1") && s.word(i + 1).equals(":")) {
                return true;
            }
        }
        return false;
    }

    /** "I2:" of such a list. */
    private boolean included(int i) {
        return s.like(i, "i[1-9][0-9]?") && s.word(i + 1).equals(":") && numbered();
    }

    private boolean ends(int i) {
        boolean titled =
                s.like(i + 1, ":") || (s.like(i + 1, "criteria|criterion") && s.like(i + 2, ":"));
        return s.word(i).equals(".")
                || included(i)
                || CohortHeads.count(s, i)
                || (OTHER.contains(s.word(i)) && (titled || s.word(i + 1).equals("=")));
    }

    /** "without: stroke; on metformin". */
    private boolean turns(int i) {
        boolean link = s.like(i - 1, "[;,]");
        return s.word(i).equals("but")
                || (link
                        && s.like(
                                i, "with|on|taking|include|including|only|but|aged|all|make|add"));
    }

    boolean has(int token) {
        return token >= 0 && token < inside.length && inside[token];
    }
}
