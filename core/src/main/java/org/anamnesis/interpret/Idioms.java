package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.code.Vocabulary;

/**
 * Ways of saying a thing that are read as a plainer one, from {@code idioms.tsv}: "HbA1c can go" is
 * "without HbA1c". Only English; other languages have tables of their own.
 */
final class Idioms {
    /** Nobody says so much by idioms: it is a page of something else. */
    private static final int LONGEST = 400;

    private static final Idioms BUNDLED = of("idioms.tsv");

    /**
     * @param order in the table
     * @param plain words with {1}, {2} for what stands in the places
     * @param later whether it can only be said of a cohort that is there
     */
    private record Idiom(int order, IdiomPattern pattern, String plain, boolean later) {}

    private record Match(Idiom idiom, IdiomPattern.Match of) {}

    private final Map<String, List<Idiom>> byFirst = new HashMap<>();
    private final List<Idiom> open = new ArrayList<>();
    private final Map<IdiomPlaces.Kind, List<Idiom>> byPlace =
            new EnumMap<>(IdiomPlaces.Kind.class);
    private final Map<String, String> before = new HashMap<>();

    private Idioms(List<Lines.Line> lines) {
        Map<String, String> sets = new HashMap<>();
        int order = 0;
        for (Lines.Line line : lines) {
            if (line.left().matches("@\\w+")) {
                sets.put(line.left(), line.right());
                continue;
            }
            if (line.left().startsWith("< ")) {
                for (String word : line.left().substring(2).split("/")) {
                    before.put(word, line.right());
                }
                continue;
            }
            boolean later = line.left().startsWith("& ");
            var pattern = new IdiomPattern(line.left().substring(later ? 2 : 0), sets);
            var idiom = new Idiom(order++, pattern, line.right(), later);
            List<String> firsts = idiom.pattern().firsts();
            firsts.forEach(w -> byFirst.computeIfAbsent(w, k -> new ArrayList<>()).add(idiom));
            Optional<IdiomPlaces.Kind> place = pattern.place();
            if (place.isPresent()) {
                byPlace.computeIfAbsent(place.get(), k -> new ArrayList<>()).add(idiom);
            } else if (firsts.isEmpty()) {
                open.add(idiom);
            }
        }
    }

    /**
     * The sentence with its idioms read as what they mean.
     *
     * @param later whether there is a cohort already, of which more can be said
     */
    static Sentence plain(Sentence s, Vocabulary vocabulary, boolean later) {
        if (s.foreign() || s.definition() || s.size() > LONGEST) {
            return s;
        }
        Sentence words = s.exchanged(BUNDLED.words(s), vocabulary);
        return BUNDLED.exchanged(words, later, vocabulary);
    }

    /** With single words said in full, as "hb" and "isn't". */
    static Sentence inFull(Sentence s, Vocabulary vocabulary) {
        return s.foreign() || s.definition() || s.size() > LONGEST
                ? s
                : s.exchanged(BUNDLED.words(s), vocabulary);
    }

    /** A table of a topic of its own. */
    static Idioms of(String table) {
        return new Idioms(Lines.of(table));
    }

    /** The sentence with the idioms of this table read as what they mean. */
    Sentence exchanged(Sentence s, boolean later, Vocabulary vocabulary) {
        return s.exchanged(exchanges(s, later), vocabulary);
    }

    /** Single words that are two: "isn't". */
    private List<Exchange> words(Sentence s) {
        List<Exchange> all = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            if (before.containsKey(s.word(i))) {
                all.add(new Exchange(i, i + 1, before.get(s.word(i))));
            }
        }
        return all;
    }

    private List<Exchange> exchanges(Sentence s, boolean later) {
        List<Exchange> all = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            Optional<Match> match = at(s, i, later);
            if (match.isPresent()) {
                IdiomPattern.Match m = match.get().of();
                all.add(new Exchange(m.from(), m.to(), plain(s, match.get())));
                i = m.to() - 1;
            }
        }
        return all;
    }

    /** The longest, or the first of the table among those that are as long. */
    private Optional<Match> at(Sentence s, int i, boolean later) {
        Optional<Match> best = Optional.empty();
        List<List<Idiom>> all = new ArrayList<>();
        all.add(byFirst.getOrDefault(IdiomPattern.word(s, i), List.of()));
        all.add(open);
        byPlace.forEach(
                (kind, idioms) -> {
                    if (IdiomPlaces.at(s, i, kind, false).isPresent()) {
                        all.add(idioms);
                    }
                });
        for (List<Idiom> some : all) {
            for (Idiom idiom : some) {
                Optional<IdiomPattern.Match> m =
                        idiom.later() && !later ? Optional.empty() : idiom.pattern().match(s, i);
                boolean better =
                        m.isPresent()
                                && (best.isEmpty()
                                        || m.get().to() > best.get().of().to()
                                        || (m.get().to() == best.get().of().to()
                                                && idiom.order() < best.get().idiom().order()));
                best = better ? Optional.of(new Match(idiom, m.get())) : best;
            }
        }
        return best;
    }

    private static String plain(Sentence s, Match match) {
        String plain = match.idiom().plain();
        List<IdiomPattern.Span> places = match.of().places();
        for (int k = 0; k < places.size(); k++) {
            String words = s.english(places.get(k).from(), places.get(k).to());
            boolean part = s.at(places.get(k).from()).kind() == Token.Kind.FRACTION;
            words = part ? words.replaceFirst("(?<!out) of ", " in ") : words; // "one of ten"
            plain = plain.replace("{" + (k + 1) + "}", words);
        }
        return plain;
    }
}
