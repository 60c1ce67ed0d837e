package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;

/** The observation that some words are about: behind them, before them, or the only one there. */
final class NearNames {
    /** Between an observation and what is said of it. */
    static final Set<String> LINKS =
            Set.of(
                    "the",
                    "an",
                    "any",
                    "into",
                    "of",
                    "in",
                    "for",
                    "to",
                    "at",
                    "values",
                    "value",
                    "levels",
                    "level",
                    "everyone",
                    "everybody",
                    "all",
                    "patients",
                    "s",
                    "a",
                    "is",
                    "are",
                    "should",
                    "be",
                    "with",
                    "by",
                    "make",
                    "their",
                    "some");

    private final Sentence s;

    NearNames(Sentence s) {
        this.s = s;
    }

    Optional<Sentence.Named> behind(int i) {
        return s.namedAt(skip(i), Concept.Kind.OBSERVATION).filter(n -> s.free(n.from(), n.to()));
    }

    Optional<Sentence.Named> before(int i) {
        int at = i - 1;
        while (at > 0
                && (LINKS.contains(s.word(at))
                        || s.word(at).equals(":")
                        || s.word(at).equals("%")
                        || s.at(at).number())
                && !s.observed(at)) {
            at--;
        }
        int last = at;
        return s.named().stream()
                .filter(n -> n.is(Concept.Kind.OBSERVATION))
                .filter(n -> n.from() <= last && last < n.to() && s.free(n.from(), n.to()))
                .findFirst();
    }

    /** The only observation of the clause that nobody took. */
    Optional<Sentence.Named> near(int i) {
        List<Sentence.Named> all =
                s.unused(Concept.Kind.OBSERVATION).stream()
                        .filter(n -> clause(Math.min(n.from(), i), Math.max(n.to(), i)))
                        .toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** "spread the PSA values out: twice the spread": the only observation of the message. */
    Optional<Sentence.Named> only() {
        List<Sentence.Named> all = s.unused(Concept.Kind.OBSERVATION);
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** "LDL and HbA1c 15 % missing": it and those that stand in one list with it. */
    List<Sentence.Named> listed(Sentence.Named one) {
        List<Sentence.Named> free =
                s.unused(Concept.Kind.OBSERVATION).stream()
                        .filter(n -> !s.at(n.to()).number() || n.equals(one))
                        .toList();
        int first = free.indexOf(one);
        int last = first;
        while (first > 0 && joined(free.get(first - 1), free.get(first))) {
            first--;
        }
        while (last + 1 < free.size() && joined(free.get(last), free.get(last + 1))) {
            last++;
        }
        return first < 0 ? List.of(one) : free.subList(first, last + 1);
    }

    private boolean joined(Sentence.Named a, Sentence.Named b) {
        return Lists.joined(s, a.to(), b.from());
    }

    boolean clause(int from, int to) {
        for (int i = from; i < to; i++) {
            if (s.like(i, "[,;.:]") || !s.free(i)) {
                return false;
            }
        }
        return true;
    }

    int skip(int i) {
        int at = i;
        while (LINKS.contains(s.word(at)) || (s.word(at).equals(":") && at > i)) {
            at++;
        }
        return at;
    }
}
