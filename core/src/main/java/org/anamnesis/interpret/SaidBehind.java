package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;

/**
 * What is said of a criterion behind its name: "bisphosphonates not allowed", "digoxin for nobody",
 * "rheumatoid arthritis must not occur", "bisoprolol for all".
 */
final class SaidBehind {
    private static final Phrases NOUNS =
            new Phrases(
                    List.of(
                            "users",
                            "takers",
                            "patients",
                            "people",
                            "cases",
                            "sufferers",
                            "use",
                            "treatment",
                            "therapy",
                            "intake",
                            "history",
                            "diagnosis"));
    private static final Phrases NONE = new Phrases(none());
    private static final Phrases ALL =
            new Phrases(
                    List.of(
                            "for all",
                            "for everyone",
                            "for everybody",
                            "for each",
                            "for every patient",
                            "for all of them",
                            "in all",
                            "in everyone",
                            "in everybody",
                            "in all of them",
                            "in every patient",
                            "without exception",
                            "across the board",
                            "throughout",
                            "is mandatory",
                            "are mandatory",
                            "mandatory",
                            "compulsory",
                            "is a must"));

    private SaidBehind() {}

    private static List<String> none() {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "for nobody",
                                "for none",
                                "for no patient",
                                "for without", // "for no one"
                                "in nobody",
                                "in none",
                                "in without",
                                "in no patient",
                                "by nobody",
                                "0 of them",
                                "0 patients",
                                "forbidden",
                                "prohibited",
                                "banned",
                                "ruled out",
                                "off limits",
                                "unwelcome",
                                "unwanted",
                                "disallowed",
                                "not welcome",
                                "stay out",
                                "must stay out",
                                "should stay out",
                                "have to stay out",
                                "need to stay out",
                                "exclusionary",
                                "are an exclusion",
                                "is an exclusion",
                                "are exclusions",
                                "are out",
                                "is out",
                                "are a no go",
                                "is a no go",
                                "no thanks"));
        return all;
    }

    /** One past words at the token that say that nobody has or takes it, or -1. */
    static int nobody(Sentence s, int at) {
        int from = colon(s, noun(s, at));
        boolean zero = s.at(from).number() && s.at(from).value().signum() == 0;
        if (zero && Words.PERSONS.contains(s.word(from + 1)) && s.free(at, from + 2)) {
            return from + 2;
        }
        int to = s.afterAny(from, NONE);
        return Math.max(to > 0 && s.free(at, to) ? to : -1, Behind.nobody(s, at));
    }

    /** One past words at the token that say that everybody has or takes it, or -1. */
    static int everybody(Sentence s, int at) {
        int to = s.afterAny(noun(s, at), ALL);
        return to > 0 && s.free(at, to) ? to : -1;
    }

    private static int noun(Sentence s, int at) {
        int to = s.afterAny(at, NOUNS);
        return to > 0 ? to : at;
    }

    private static int colon(Sentence s, int at) {
        return s.like(at, "[:=]") ? at + 1 : at;
    }
}
