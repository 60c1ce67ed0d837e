package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.problem.Problem;

/**
 * Messages that this program does not serve, whatever else they say: real people's data, finding
 * out who somebody is, orders smuggled in, medical advice, harm, and work of another kind. What
 * they sound like stands in {@code refusals.tsv}, what is answered in {@code refusal-words.tsv}.
 */
public final class Refusals {
    private static final String ALLOW = "allow";
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** Words in order. */
    private record Worded(String kind, Language language, WordPattern pattern) {}

    /** Characters in order: signs of the trade, and Chinese. */
    private record Spelled(String kind, Language language, Pattern pattern) {}

    private record Answer(String message, String suggestion) {}

    private static final List<Spelled> SPELLED = new ArrayList<>();
    private static final List<Spelled> WRITTEN = new ArrayList<>();
    private static final List<Spelled> CHINESE = new ArrayList<>();
    private static final WordPatterns<Worded> ALLOWED = new WordPatterns<>(Worded::pattern);
    private static final WordPatterns<Worded> WORDED = new WordPatterns<>(Worded::pattern);
    private static final Map<String, Answer> ANSWERS = new HashMap<>();

    static {
        for (Lines.Line line : Lines.of("refusals.tsv")) {
            String[] right = line.right().split("\t");
            add(line.left(), right[0], right[1]);
        }
        for (Lines.Line line : Lines.of("refusal-words.tsv")) {
            String[] right = line.right().split("\t");
            ANSWERS.put(line.left() + " " + right[0], new Answer(right[1], right[2]));
        }
    }

    private Refusals() {}

    private static void add(String kind, String code, String phrase) {
        Language language = language(code);
        if (phrase.startsWith("=")) {
            Pattern exactly = Pattern.compile(Pattern.quote(phrase.substring(1)));
            SPELLED.add(new Spelled(kind, language, exactly));
        } else if (phrase.startsWith("~")) {
            WRITTEN.add(new Spelled(kind, language, Pattern.compile(phrase.substring(1))));
        } else if (language == Language.ZH) {
            String spelled = phrase.replace("#", "[0-9]+").replace("..", "[^。！？]{0,8}?");
            CHINESE.add(new Spelled(kind, language, Pattern.compile(spelled)));
        } else {
            var worded = new Worded(kind, language, WordPattern.of(phrase));
            (kind.equals(ALLOW) ? ALLOWED : WORDED).add(worded);
        }
    }

    private static Language language(String code) {
        for (Language l : Language.values()) {
            if (l.code().equals(code)) {
                return l;
            }
        }
        return Language.EN;
    }

    /** Why a message is refused; empty for most. */
    public static Optional<Problem> of(String text) {
        if (text.length() > RuleReader.LONGEST) {
            return Optional.empty(); // nobody reads it
        }
        PlainWords words = PlainWords.of(Courtesy.without(text));
        for (WordPatterns.Found<Worded> allowed : ALLOWED.all(words)) {
            words.block(allowed.from(), allowed.to());
        }
        Optional<WordPatterns.Found<Worded>> said = WORDED.first(words);
        if (said.isPresent()) {
            String quote = words.quote(said.get().from(), said.get().to());
            Worded w = said.get().what();
            return Optional.of(refusal(w.kind(), w.language(), quote, text));
        }
        return spelled(text);
    }

    private static Optional<Problem> spelled(String text) {
        String low = text.toLowerCase(Locale.ROOT);
        for (Spelled s : SPELLED) {
            Matcher found = s.pattern().matcher(low);
            if (found.find()) {
                return Optional.of(refusal(s.kind(), s.language(), found.group(), text));
            }
        }
        for (Spelled s : WRITTEN) { // capital letters tell names
            Matcher found = s.pattern().matcher(text);
            if (found.find()) {
                return Optional.of(refusal(s.kind(), s.language(), found.group(), text));
            }
        }
        if (!HAN.matcher(text).find()) {
            return Optional.empty();
        }
        String rest = low;
        for (Spelled s : CHINESE) {
            Matcher found = s.pattern().matcher(rest);
            if (s.kind().equals(ALLOW)) {
                rest = found.replaceAll("　");
            } else if (found.find()) {
                return Optional.of(refusal(s.kind(), s.language(), found.group(), text));
            }
        }
        return Optional.empty();
    }

    private static Problem refusal(String kind, Language row, String quote, String text) {
        Language language = row == Language.EN ? Language.of(text) : row;
        Answer answer = ANSWERS.get(kind + " " + language.code());
        return new Problem("request.refused." + kind, quote, answer.message(), answer.suggestion());
    }
}
