package org.anamnesis.interpret;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;

/** What may stand in the place of an idiom: names, categories, numbers and shares. */
final class IdiomPlaces {
    private static final Set<String> ARTICLES =
            Set.of("the", "their", "its", "our", "this", "that", "any", "a", "an", "his", "her");
    private static final Set<String> LINKS = Set.of(",", "and", "or", "&", "/", "nor", "plus");

    enum Kind {
        /** An observation. */
        OBS,
        /** A drug or a class of drugs. */
        DRUG,
        /** A condition, with its stage. */
        COND,
        /** A category of people: "smokers", "women". */
        CAT,
        /** A condition, drug or category: who has it. */
        WHO,
        /** A number, with its unit. */
        NUM,
        /** A number without one. */
        INT,
        /** "60 %", "a third". */
        SHARE,
        /** A unit. */
        UNIT,
        /** "5 %", "2 points", "3 kg": by how much. */
        AMT;

        static Kind of(String written) {
            return valueOf(written.toUpperCase(Locale.ROOT));
        }
    }

    private IdiomPlaces() {}

    /** The place that begins at a token; an article before a name is passed and left out. */
    static Optional<IdiomPattern.Span> at(Sentence s, int i, Kind kind, boolean many) {
        int from = kind.compareTo(Kind.NUM) < 0 && ARTICLES.contains(s.word(i)) ? i + 1 : i;
        int to = end(s, from, kind);
        if (to < 0 && from == i + 1 && s.word(i).equals("a")) { // "a third"
            return Optional.empty();
        }
        while (many && to > 0) {
            int next = to;
            while (next < to + 2 && LINKS.contains(s.word(next))) {
                next++;
            }
            int item = ARTICLES.contains(s.word(next)) ? next + 1 : next;
            int end = next > to ? end(s, item, kind) : -1;
            if (end < 0) {
                break;
            }
            to = end;
        }
        return to > 0 ? Optional.of(new IdiomPattern.Span(from, to)) : Optional.empty();
    }

    private static int end(Sentence s, int i, Kind kind) {
        return switch (kind) {
            case OBS ->
                    Math.max(named(s, i, Concept.Kind.OBSERVATION), s.afterAny(i, Panels.NAMES));
            case DRUG ->
                    Math.max(
                            named(s, i, Concept.Kind.INGREDIENT),
                            named(s, i, Concept.Kind.DRUG_CLASS));
            case COND -> condition(s, i);
            case CAT -> CategoryWords.end(s, i);
            case WHO ->
                    Math.max(
                            Math.max(end(s, i, Kind.DRUG), end(s, i, Kind.COND)),
                            end(s, i, Kind.CAT));
            case NUM ->
                    number(s, i) ? Quantity.unit(s, i).map(Quantity.Unit::to).orElse(i + 1) : -1;
            case INT -> number(s, i) ? i + 1 : -1;
            case SHARE -> share(s, i);
            case AMT -> amount(s, i);
            case UNIT -> Quantity.unit(s, i - 1).map(Quantity.Unit::to).orElse(-1);
        };
    }

    private static boolean number(Sentence s, int i) {
        return s.at(i).number() && !s.inConcept(i);
    }

    private static int amount(Sentence s, int i) {
        int share = share(s, i);
        int to = share > 0 ? share : end(s, i, Kind.NUM);
        return to > 0 && s.like(to, "points?|units?|years?|kilos|pounds") ? to + 1 : to;
    }

    private static int share(Sentence s, int i) {
        if (s.at(i).kind() == Token.Kind.FRACTION) {
            return i + 1;
        }
        if (s.word(i).equals("a") && s.at(i + 1).kind() == Token.Kind.FRACTION) {
            return i + 2;
        }
        return number(s, i) && s.like(i + 1, "%|percent|pct") ? i + 2 : -1;
    }

    private static int named(Sentence s, int i, Concept.Kind kind) {
        return s.namedAt(i, kind).map(Sentence.Named::to).orElse(-1);
    }

    private static int condition(Sentence s, int i) {
        int to = named(s, i, Concept.Kind.CONDITION);
        if (to < 0) {
            return -1;
        }
        return Math.max(to, new StageWords(s).beside(i, to).map(StageWords.Stage::to).orElse(to));
    }
}
