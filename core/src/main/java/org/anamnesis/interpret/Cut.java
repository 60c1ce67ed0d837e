package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anamnesis.code.Vocabulary;

/**
 * A text cut into tokens, with the concepts that it names: what is the same for all who read it.
 *
 * @param namedFrom concepts by the token at which they begin
 * @param inConcept tokens that some concept covers
 * @param definition whether it is prose of a published cohort definition rather than a request
 */
record Cut(
        List<Token> tokens,
        List<Sentence.Named> named,
        Map<Integer, List<Sentence.Named>> namedFrom,
        BitSet inConcept,
        boolean definition) {
    private record Of(String english, Vocabulary vocabulary) {}

    private static final Lately<Of, Cut> LATELY =
            new Lately<>(t -> of(List.copyOf(Tokens.of(t.english())), t));

    static Cut of(String english, Vocabulary vocabulary) {
        return LATELY.of(new Of(english, vocabulary));
    }

    private static Cut of(List<Token> tokens, Of text) {
        List<Sentence.Named> named = named(tokens, text.vocabulary().find(text.english()));
        Map<Integer, List<Sentence.Named>> from = new HashMap<>();
        BitSet covered = new BitSet();
        for (Sentence.Named n : named) {
            from.computeIfAbsent(n.from(), k -> new ArrayList<>()).add(n);
            covered.set(n.from(), n.to());
        }
        return new Cut(tokens, List.copyOf(named), from, covered, DefinitionWords.are(tokens));
    }

    private static List<Sentence.Named> named(List<Token> tokens, List<Vocabulary.Mention> found) {
        List<Sentence.Named> all = new ArrayList<>();
        int from = 0;
        for (Vocabulary.Mention m : found) {
            while (from < tokens.size() && tokens.get(from).end() <= m.start()) {
                from++;
            }
            int to = from;
            while (to < tokens.size() && tokens.get(to).start() < m.end()) {
                to++;
            }
            boolean open = m.words().indexOf('(') > m.words().indexOf(')');
            if (open && to < tokens.size() && tokens.get(to).text().equals(")")) {
                to++; // "Lp(a)"
            }
            if (to > from && !plain(m)) {
                all.add(new Sentence.Named(m.concept(), from, to, m.words()));
            }
        }
        return all;
    }

    /** Words that other topics read better than as a concept. */
    private static boolean plain(Vocabulary.Mention m) {
        String words = String.join(" ", m.words().toLowerCase(Locale.ROOT).split("\\s+"));
        return switch (words) {
            case "control", "us adults", "us residents", "americans", "american" -> true;
            case "random adults", "adults", "patient", "patients" -> true;
            default -> false;
        };
    }
}
