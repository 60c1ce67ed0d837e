package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.code.EditDistance;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.problem.Problem;

/**
 * Where a message names the columns of a user's table and their answers. In the text each stands as
 * a word of its own that means nothing in any language, until it is known what is asked of it;
 * columns for which the rules have a word stand there by that word.
 */
final class ColumnMentions {
    private record Found(int start, int end, TableColumn column) {}

    private record Answered(List<String> answers, boolean denied, int end) {}

    private static final String LINK = "(?:=+|:|\\b(?:is|are|equals?|in|ist|sind|est|es)\\b)";
    private static final Pattern OPERATOR =
            Pattern.compile(
                    "\\s*(?:(?<not>!=|≠|<>|"
                            + LINK
                            + "?\\s*\\b(?:not|nicht|no|kein|pas)\\b)|"
                            + LINK
                            + ")?\\s*(?:(?:one|any) of\\s*)?[(\\[]?\\s*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN_LINK =
            Pattern.compile("\\s*" + LINK + "\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEXT =
            Pattern.compile("\\s*(?:,|/|\\b(?:or|and|oder|und|ou|o|et|y)\\b)\\s*(?:or\\b\\s*)?");
    private static final Pattern UNKNOWN =
            Pattern.compile("\\s*(?:=+|!=|≠)\\s*['\"]?([\\p{L}\\p{N}_.+-]+)");

    /** Answers that are words of any request; they count beside the name of their column only. */
    private static final Set<String> COMMON =
            Set.of(
                    ("yes no none other unknown normal abnormal good poor present absent low high medium true"
                                    + " false all any mean home new old male female never former current up"
                                    + " down steady mild severe moderate positive negative adult child ja nein keine"
                                    + " kein keiner nie andere anderes sonstige unbekannt ninguno ninguna otro otra"
                                    + " aucun aucune autre")
                            .split(" "));

    private static final int SHORT = 3;

    private final List<TableColumn> columns;
    private final String message;
    private final boolean every;
    private final List<ColumnMention> mentions = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> spoken = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    private ColumnMentions(String message, List<TableColumn> columns, boolean every) {
        this.every = every;
        this.message = message;
        this.columns = columns;
    }

    /**
     * @param every whether columns are marked too that the rules have a word for
     */
    static ColumnMentions of(String message, List<TableColumn> columns, boolean every) {
        var found = new ColumnMentions(message, columns, every);
        found.read();
        return found;
    }

    List<ColumnMention> mentions() {
        return mentions;
    }

    List<Problem> problems() {
        return problems;
    }

    /** The message with marks. */
    String marked() {
        return text.toString();
    }

    /** The words in which the user wrote what has marks, and words of the rules, in a text. */
    String written(String marked) {
        String out = unmarked(marked);
        for (Map.Entry<String, String> s : spoken.entrySet()) {
            out = message.contains(s.getKey()) ? out : out.replace(s.getKey(), s.getValue());
        }
        return out;
    }

    /** The same with the words that the rules read. */
    String unmarked(String marked) {
        String out = marked;
        for (ColumnMention m : mentions) {
            out = out.replace(m.mark(), m.words());
        }
        return out;
    }

    private void read() {
        int at = 0;
        for (Found f : found()) {
            if (f.start() < at) {
                continue;
            }
            int begin = f.start();
            Optional<Answered> behind = behind(f);
            Optional<Answered> before =
                    behind.isPresent() ? Optional.empty() : before(f, at).or(() -> without(f));
            begin = before.map(Answered::end).orElse(begin);
            int end = behind.map(Answered::end).orElse(f.end());
            answers(at, begin);
            at = end;
            Optional<Answered> named = behind.or(() -> before);
            if (named.isPresent()) {
                mark(
                        f.column(),
                        named.get(),
                        message.substring(begin, end),
                        ColumnMention.Sort.ANSWER);
            } else if (f.column().said().isPresent() && !every && !missing(f)) {
                say(f);
            } else if (f.column().flag() && !missing(f)) {
                var yes = new Answered(List.of(f.column().yes().orElseThrow()), false, end);
                mark(f.column(), yes, message.substring(begin, end), ColumnMention.Sort.ANSWER);
            } else if (!f.column().some().isEmpty() && has(f.start()) && !missing(f)) {
                var some = new Answered(f.column().some(), false, end);
                mark(f.column(), some, message.substring(begin, end), ColumnMention.Sort.ANSWER);
            } else {
                boolean number = !f.column().categorical() || missing(f);
                ColumnMention.Sort sort =
                        number ? ColumnMention.Sort.NUMBER : ColumnMention.Sort.CATEGORY;
                var none = new Answered(List.of(), false, end);
                mark(f.column(), none, message.substring(begin, end), sort);
            }
        }
        answers(at, message.length());
    }

    private static final Pattern KNOWN =
            Pattern.compile(
                    "\\s+(?:(?:is|are)\\s+)?(?:not missing|present|complete|known)\\b.*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern NONE_MISSING =
            Pattern.compile(
                    ".*\\b(?:no|without|never|with|a)\\s+missing\\s+",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern HAS =
            Pattern.compile(
                    ".*(?:\\b(?:with|have|has|having|without|no|not|and|or|mit|ohne|haben|und|oder|con|sin|avec|sans)|%|,)\\s+(?:any\\s+|a\\s+)?",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern WITHOUT =
            Pattern.compile(
                    "\\b(?:without|no|not|ohne|sin|sans)\\s+(?:any\\s+|a\\s+)?$",
                    Pattern.CASE_INSENSITIVE);

    /** "Without retinopathy" is the answer that says so, in whatever language. */
    private Optional<Answered> without(Found f) {
        Matcher m = WITHOUT.matcher(message.substring(0, f.start()));
        return !f.column().some().isEmpty() && m.find() && !missing(f)
                ? f.column().no().map(no -> new Answered(List.of(no), false, m.start()))
                : Optional.empty();
    }

    /** Whether what stands at a place is what somebody has or has not. */
    private boolean has(int at) {
        return HAS.matcher(message.substring(0, at)).matches();
    }

    /** Whether it is about empty cells. */
    private boolean missing(Found f) {
        return KNOWN.matcher(message.substring(f.end())).matches()
                || NONE_MISSING.matcher(message.substring(0, f.start())).matches();
    }

    private void mark(TableColumn column, Answered named, String words, ColumnMention.Sort sort) {
        int n = mentions.size();
        String mark = "Xq" + sort.letter() + (char) ('a' + n / 26 % 26) + (char) ('a' + n % 26);
        mentions.add(new ColumnMention(column, named.answers(), named.denied(), words, sort, mark));
        text.append(mark);
    }

    /** The rules' own word for a column, unless they know the user's. */
    private void say(Found f) {
        String words = message.substring(f.start(), f.end());
        String said = f.column().said().orElseThrow();
        boolean known =
                words.equalsIgnoreCase(said)
                        || Vocabulary.bundled().find(words).stream()
                                .anyMatch(
                                        m ->
                                                m.concept().id().equals(f.column().id())
                                                        && m.end() - m.start() == words.length());
        if (!known) {
            spoken.put(said, words);
        }
        text.append(known ? words : said);
    }

    /** Places of all names, the first first and of two at one place the longest. */
    private List<Found> found() {
        List<Found> all = new ArrayList<>();
        for (TableColumn c : columns) {
            for (String name : c.kind() == TableColumn.Kind.OTHER ? List.<String>of() : c.names()) {
                Matcher m = whole(name).matcher(message);
                while (m.find()) {
                    all.add(new Found(m.start(), m.end(), c));
                }
            }
        }
        all.sort(
                Comparator.comparingInt(Found::start)
                        .thenComparing(Comparator.comparingInt(Found::end).reversed()));
        return all;
    }

    /** Short names count as they are written: "K" is no "k". */
    private static Pattern whole(String words) {
        int flags = Pattern.UNICODE_CASE | (words.length() < SHORT ? 0 : Pattern.CASE_INSENSITIVE);
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}_&&[^\\p{IsHan}]])"
                        + Pattern.quote(words)
                        + "(?![\\p{L}\\p{N}_&&[^\\p{IsHan}]])",
                flags);
    }

    /** "ward = ICU", "stage III or IV". */
    private Optional<Answered> behind(Found f) {
        if (!f.column().categorical()) {
            return Optional.empty();
        }
        Matcher op = OPERATOR.matcher(message).region(f.end(), message.length());
        int at = op.lookingAt() ? op.end() : f.end();
        boolean denied = op.group("not") != null;
        Matcher link = PLAIN_LINK.matcher(message).region(f.end(), message.length());
        if (denied && link.lookingAt() && answer(f.column(), link.end()).isPresent()) {
            at = link.end(); // "died = no" is its answer no
            denied = false;
        }
        if (answer(f.column(), f.start()).isPresent()) { // "Centre 3" of the column centre
            at = f.start();
            denied = false;
        }
        List<String> answers = new ArrayList<>();
        int end = at;
        for (Optional<String> a = answer(f.column(), at); a.isPresent(); ) {
            answers.add(spelled(f.column(), a.get()));
            end = at + a.get().length();
            Matcher next = NEXT.matcher(message).region(closed(end), message.length());
            a = next.lookingAt() ? answer(f.column(), next.end()) : Optional.empty();
            at = a.isPresent() ? next.end() : at;
        }
        Optional<Answered> said = answers.isEmpty() ? yesOrNo(f) : Optional.empty();
        if (said.isPresent()) {
            return said;
        }
        if (answers.isEmpty()) {
            Matcher unknown = UNKNOWN.matcher(message).region(f.end(), message.length());
            if (unknown.lookingAt()) {
                problems.add(noAnswer(f.column(), unknown.group(1)));
            }
            return Optional.empty();
        }
        return Optional.of(new Answered(answers, denied, closed(end)));
    }

    private static final Pattern YES_OR_NO =
            Pattern.compile(
                    "\\s*(?:[:=]+|\\b(?:is|ist|est|es)\\b)?\\s*\\b(?:(?<no>no|none|nobody|false|negative|nein|niemand|nadie|non)|(?<yes>yes|true|positive|ja|oui|sí))"
                            + "(?=\\s*(?:$|[,.;!)]|\\band\\b|\\bund\\b|\\by\\b|\\bet\\b))",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** "Readmitted: no" of a column of 0 and 1. */
    private Optional<Answered> yesOrNo(Found f) {
        Matcher m = YES_OR_NO.matcher(message).region(f.end(), message.length());
        if (!f.column().flag() || !m.lookingAt()) {
            return Optional.empty();
        }
        Optional<String> answer = m.group("no") != null ? f.column().no() : f.column().yes();
        return answer.map(a -> new Answered(List.of(a), false, m.end()));
    }

    private int closed(int end) {
        Matcher m = Pattern.compile("['\"]?\\s*[)\\]]|['\"]").matcher(message);
        return m.region(end, message.length()).lookingAt() ? m.end() : end;
    }

    /** "ICU ward". */
    private Optional<Answered> before(Found f, int from) {
        if (!f.column().categorical() || f.column().flag()) {
            return Optional.empty();
        }
        String start = message.substring(from, f.start()).stripTrailing();
        for (String ending : ENDINGS) {
            for (String a : f.column().answers().keySet()) {
                int at = start.length() - a.length() - ending.length();
                boolean word = ending.isEmpty() || a.length() > SHORT;
                if (word
                        && letters(a)
                        && plain(start).endsWith(plain(a) + ending)
                        && boundary(from + at - 1)) {
                    return Optional.of(new Answered(List.of(a), false, from + at));
                }
            }
        }
        return Optional.empty();
    }

    /** German adjectives have them in front of a noun: "mit positivem Rheumafaktor". */
    private static final List<String> ENDINGS = List.of("", "e", "en", "em", "er", "es");

    /** The words of the longest answer at a place, as the user wrote it. */
    private Optional<String> answer(TableColumn column, int at) {
        int start = at < message.length() && "'\"".indexOf(message.charAt(at)) >= 0 ? at + 1 : at;
        return column.answers().keySet().stream()
                .filter(a -> plain(message.substring(start)).startsWith(plain(a)))
                .filter(a -> boundary(start + a.length()))
                .max(Comparator.comparingInt(String::length))
                .map(a -> message.substring(at, start + a.length()));
    }

    private static String spelled(TableColumn column, String written) {
        String bare = written.replaceAll("^['\"]", "");
        return column.answers().keySet().stream()
                .filter(a -> plain(a).equals(plain(bare)))
                .min(Comparator.comparing(a -> !a.equals(bare)))
                .orElseThrow();
    }

    private boolean boundary(int at) {
        return at < 0
                || at >= message.length()
                || !Character.isLetterOrDigit(message.charAt(at))
                || Character.isIdeographic(message.charAt(at)); // written without spaces
    }

    /** Answers without their column, where only one column has them. */
    private void answers(int from, int to) {
        String part = message.substring(from, to);
        int at = 0;
        while (at < part.length()) {
            int next = at;
            Optional<Found> first = bare(part, at);
            if (first.isEmpty()) {
                break;
            }
            Found f = first.get();
            text.append(part, next, f.start());
            String words = part.substring(f.start(), f.end());
            var one = new Answered(List.of(spelled(f.column(), words)), false, f.end());
            mark(f.column(), one, words, ColumnMention.Sort.ANSWER);
            at = f.end();
        }
        text.append(part.substring(at));
    }

    private Optional<Found> bare(String part, int from) {
        Map<String, Integer> times = new HashMap<>();
        columns.forEach(
                c ->
                        new HashSet<>(c.answers().keySet())
                                .forEach(a -> times.merge(plain(a), 1, Integer::sum)));
        List<Found> all = new ArrayList<>();
        for (TableColumn c : columns) {
            boolean own = c.kind() == TableColumn.Kind.CATEGORY && c.said().isEmpty();
            for (String a : own ? c.answers().keySet() : Set.<String>of()) {
                boolean telling =
                        letters(a)
                                && a.length() > 1
                                && times.get(plain(a)) == 1
                                && !COMMON.contains(plain(a))
                                && (every || !isWord(a));
                Matcher m = bareForm(a).matcher(part);
                if (telling && m.find(from)) {
                    all.add(new Found(m.start(), m.end(), c));
                }
            }
        }
        return all.stream()
                .min(
                        Comparator.comparingInt(Found::start)
                                .thenComparing(Comparator.comparingInt(Found::end).reversed()));
    }

    /** Whether the rules have a word for a whole answer, not for a part of it. */
    private static boolean isWord(String answer) {
        return Vocabulary.bundled().find(answer).stream()
                .anyMatch(m -> m.end() - m.start() == answer.length());
    }

    /** Short answers count as they are written. */
    private static Pattern bareForm(String answer) {
        String form =
                "(?<![\\p{L}\\p{N}_&&[^\\p{IsHan}]])"
                        + Pattern.quote(answer)
                        + "(?![\\p{L}\\p{N}_&&[^\\p{IsHan}]])";
        int flags =
                Pattern.UNICODE_CASE | (answer.length() <= SHORT ? 0 : Pattern.CASE_INSENSITIVE);
        return Pattern.compile(form, flags);
    }

    private static boolean letters(String answer) {
        return answer.chars().anyMatch(Character::isLetter);
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT);
    }

    private static Problem noAnswer(TableColumn column, String written) {
        List<String> near =
                column.answers().keySet().stream()
                        .sorted(
                                Comparator.comparingInt(
                                        a -> EditDistance.between(plain(written), plain(a))))
                        .limit(8)
                        .toList();
        return new Problem(
                "sample.words.answer",
                written,
                "The column %s has no answer \"%s\".".formatted(column.name(), written),
                "one of: " + String.join(", ", near));
    }
}
