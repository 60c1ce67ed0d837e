package org.anamnesis.interpret;

import java.util.Set;

/** What a list of criteria excludes: "Exclusion: heart failure; eGFR below 30. N = 240". */
final class Exclusions {
    private static final Set<String> TITLES =
            Set.of(
                    "exclusion",
                    "exclusions",
                    "exclude",
                    "excluded",
                    "excludes",
                    "excluding",
                    "ineligible",
                    "prohibited",
                    "forbidden",
                    "disallowed",
                    "allowed",
                    "eligible",
                    "suitable",
                    "accepted",
                    "unsuitable",
                    "barred",
                    "banned",
                    "contraindications",
                    "excl");
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

    private final boolean[] inside;

    Exclusions(Sentence s) {
        inside = new boolean[s.size() + 1];
        boolean in = false;
        for (int i = 0; i < s.size(); i++) {
            int colon = s.like(i + 1, "criteria|criterion|are|if") ? i + 2 : i + 1;
            boolean titled = s.word(colon).equals(":");
            boolean not = s.like(i - 1, "not|non|no");
            boolean other = s.like(i, "allowed|eligible|suitable|accepted") && !not;
            if (TITLES.contains(s.word(i)) && titled && !other) {
                in = true;
                s.use(not ? i - 1 : i, colon + 1);
            } else if (s.word(i).equals(".")
                    || (OTHER.contains(s.word(i)) && (titled || equals(s, i)))) {
                in = false;
            }
            inside[i] = in;
        }
    }

    private static boolean equals(Sentence s, int i) {
        return s.word(i + 1).equals("=");
    }

    boolean has(int token) {
        return token >= 0 && token < inside.length && inside[token];
    }
}
