package org.anamnesis.interpret;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text for {@link WordPattern}: lower case, without accents, with the sentence that
 * each stands in. Words of a stretch that was understood as harmless can be blocked.
 */
final class PlainWords {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern END = Pattern.compile("[!?;\\n。！？]|\\.(?=\\s|$|[\"'»”])");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final List<int[]> places = new ArrayList<>();
    private final int[] sentences;
    private final boolean[] numbers;
    private final boolean[] blocked;

    private PlainWords(String text) {
        this.text = text;
        Matcher word = WORD.matcher(text);
        List<Integer> sentenceOf = new ArrayList<>();
        int sentence = 0;
        int before = 0;
        while (word.find()) {
            if (END.matcher(text.substring(before, word.start())).find()) {
                sentence++;
            }
            before = word.end();
            words.add(plain(word.group()));
            places.add(new int[] {word.start(), word.end()});
            sentenceOf.add(sentence);
        }
        sentences = sentenceOf.stream().mapToInt(s -> s).toArray();
        blocked = new boolean[words.size()];
        numbers = new boolean[words.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = words.get(i).chars().anyMatch(Character::isDigit);
        }
    }

    static PlainWords of(String text) {
        return new PlainWords(text);
    }

    /** How many tokens stand before a word of the text that they make together. */
    static int tokens(List<String> tokens, int word) {
        int at = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (at >= word) {
                return i;
            }
            at += of(tokens.get(i)).size();
        }
        return tokens.size();
    }

    /** A word as it stands in a table. */
    static String plain(String word) {
        String low = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < low.length(); i++) {
            if (low.charAt(i) > 127) {
                String apart = Normalizer.normalize(low, Normalizer.Form.NFKD);
                return MARKS.matcher(apart).replaceAll("").replace("ß", "ss");
            }
        }
        return low;
    }

    int size() {
        return words.size();
    }

    String word(int i) {
        return words.get(i);
    }

    /** Whether it has a digit. */
    boolean number(int i) {
        return numbers[i];
    }

    boolean free(int i) {
        return !blocked[i];
    }

    boolean starts(int i) {
        return i == 0 || !sameSentence(i - 1, i);
    }

    boolean sameSentence(int a, int b) {
        return sentences[a] == sentences[b];
    }

    void block(int from, int to) {
        for (int i = from; i < to; i++) {
            blocked[i] = true;
        }
    }

    /** The user's own characters. */
    String quote(int from, int to) {
        return text.substring(places.get(from)[0], places.get(to - 1)[1]);
    }
}
