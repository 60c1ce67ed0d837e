package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;

/**
 * A message cut into tokens, in English whatever its language, with the concepts that it names and
 * a mark on every token that some topic has used. What stays unmarked is quoted back to the user.
 */
final class Sentence {
    /** A concept named by the tokens {@code from} to {@code to - 1}. */
    record Named(Concept concept, int from, int to, String words) {
        boolean is(Concept.Kind kind) {
            return concept.kind() == kind;
        }
    }

    private final Wording wording;
    private final Cut cut;
    private final List<Token> tokens;
    private final boolean[] used;

    /** The token that took a number's place; 0 for nearly all. */
    private final int[] correctedBy;

    Sentence(String text, Vocabulary vocabulary) {
        this(text, vocabulary, Language.EN);
    }

    /**
     * @param likely the language of a message that shows none
     */
    Sentence(String text, Vocabulary vocabulary, Language likely) {
        this(Wording.of(text, likely), vocabulary);
    }

    /** The same, quoted as the user wrote it; see {@link Wording#shownAs}. */
    Sentence shownAs(String written, Vocabulary vocabulary) {
        return new Sentence(wording.shownAs(written), vocabulary);
    }

    /** The same with some of its words read as others; itself if there are none. */
    Sentence exchanged(List<Exchange> exchanges, Vocabulary vocabulary) {
        return exchanges.isEmpty() ? this : anew(exchanges, vocabulary);
    }

    /** The same, of which nothing has been read yet. */
    Sentence anew(List<Exchange> exchanges, Vocabulary vocabulary) {
        return new Sentence(wording.exchanged(tokens, exchanges), vocabulary);
    }

    private Sentence(Wording wording, Vocabulary vocabulary) {
        this.wording = wording;
        this.cut = Cut.of(wording.english(), vocabulary);
        this.tokens = new ArrayList<>(cut.tokens());
        this.correctedBy = new int[tokens.size()];
        this.used = new boolean[tokens.size()];
    }

    /** Whether it is prose of a published cohort definition rather than a request. */
    boolean definition() {
        return cut.definition();
    }

    /** What the user wrote. */
    String text() {
        return wording.text();
    }

    /** The message in English, in which the tokens have their places. */
    String english() {
        return wording.english();
    }

    /** Whether the message is in another language. */
    boolean foreign() {
        return wording.foreign();
    }

    int size() {
        return tokens.size();
    }

    Token at(int i) {
        return i < 0 || i >= tokens.size() ? Token.NOTHING : tokens.get(i);
    }

    /** Text of a token, empty beyond the ends. */
    String word(int i) {
        return at(i).text();
    }

    boolean free(int i) {
        return i >= 0 && i < used.length && !used[i];
    }

    boolean free(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!free(i)) {
                return false;
            }
        }
        return true;
    }

    void use(int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, used.length); i++) {
            used[i] = true;
        }
    }

    /** The user's words, as they were typed, with what corrects them. */
    String quote(int from, int to) {
        int last = to - 1;
        for (int i = Math.max(0, from); i < Math.min(to, tokens.size()); i++) {
            last = Math.max(last, correctedBy[i]);
        }
        return to <= from ? "" : wording.quote(at(from).start(), at(last).end());
    }

    /** The number at {@code i} is that at {@code by}: "10 % under 45... no, 15 %". */
    void correct(int i, int by) {
        Token old = tokens.get(i);
        Token now = tokens.get(by);
        tokens.set(i, new Token(now.kind(), now.text(), now.value(), old.start(), old.end()));
        correctedBy[i] = by;
    }

    /** The same in English. */
    String english(int from, int to) {
        return to <= from ? "" : english().substring(at(from).start(), at(to - 1).end());
    }

    /**
     * Whether the word at a place is one of these.
     *
     * @param words a regular expression
     */
    boolean like(int i, String words) {
        return Words.like(word(i), words);
    }

    /** Index after the phrase (words with single spaces) that begins at {@code i}, or -1. */
    int after(int i, String phrase) {
        int at = i;
        for (int start = 0; start <= phrase.length(); at++) {
            int space = phrase.indexOf(' ', start);
            int end = space < 0 ? phrase.length() : space;
            String w = word(at);
            if (w.length() != end - start || !phrase.startsWith(w, start)) {
                return -1;
            }
            start = end + 1;
        }
        return at;
    }

    /** Index after the longest of the phrases that begins at {@code i}, or -1. */
    int afterAny(int i, Phrases phrases) {
        int longest = -1;
        for (String p : phrases.from(word(i))) {
            longest = Math.max(longest, after(i, p));
        }
        return longest;
    }

    /** Concepts of one kind that nobody has used yet. */
    List<Named> unused(Concept.Kind kind) {
        return named().stream().filter(n -> n.is(kind) && free(n.from(), n.to())).toList();
    }

    /** The concept of this kind that begins at the token, used or not. */
    Optional<Named> namedAt(int i, Concept.Kind kind) {
        return cut.namedFrom().getOrDefault(i, List.of()).stream()
                .filter(n -> n.is(kind))
                .findFirst();
    }

    /** A drug or class of drugs whose name begins here. */
    Optional<Named> drugAt(int i) {
        return namedAt(i, Concept.Kind.INGREDIENT).or(() -> namedAt(i, Concept.Kind.DRUG_CLASS));
    }

    /** Whether some concept covers the token. */
    boolean inConcept(int i) {
        return i >= 0 && cut.inConcept().get(i);
    }

    /** Whether the name of an observation covers the token. */
    boolean observed(int i) {
        return named().stream()
                .anyMatch(n -> n.is(Concept.Kind.OBSERVATION) && n.from() <= i && i < n.to());
    }

    List<Named> named() {
        return cut.named();
    }
}
