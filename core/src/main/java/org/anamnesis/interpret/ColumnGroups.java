package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Groups;
import org.anamnesis.spec.StudyGroup;

/**
 * Groups side by side by the answers of a table's own columns: "half ICU, half HDU, same age", "two
 * groups: ward = ICU and ward = General", "100 with fall and 200 without fall, matched on age".
 * Shares without a word of groups or of what is the same are shares and not read here.
 *
 * @param edits what was understood
 * @param rest of the message
 */
record ColumnGroups(List<Reading.Quoted> edits, String rest) {
    private static final String MARK = CoveredText.ANSWER;
    private static final String COLUMN = CoveredText.COLUMN;
    private static final String SHARE =
            "(?:(?<p>\\d+(?:[.,]\\d+)?)\\s*(?:%|percent\\b)|(?<half>(?:the other |one |a )?half)|(?<third>(?:a |one |the other )?third)|(?<n>\\d+)(?!\\s*%))";
    private static final String LINK =
            "\\s*(?:(?:of|them|the|patients?|people|persons|rows|cases|are|is|be|who|that|have|has|having|with|in|on|from|at|group|being)\\s+)*";
    private static final String NO = "(?<no>(?:no|not|without|non)[\\s-]+(?:in\\s+|the\\s+)*)?";

    /** One group with its share. */
    private static final Pattern PART =
            form(
                    "\\b"
                            + SHARE
                            + LINK
                            + NO
                            + "(?<t>"
                            + MARK
                            + ")(?:\\s+(?:patients?|people|rows|group))?");

    /** Between two groups. */
    private static final Pattern NEXT = form("\\s*(?:,|;|and|versus|vs\\.?)?\\s*(?:and\\s+)?");

    private static final String LISTED =
            "(?:no |not |without |the )*"
                    + MARK
                    + "(?:\\s*(?:,|;|and|versus|vs\\.?|with|to)\\s*(?:and\\s+)?(?:no |not |without |the )*"
                    + MARK
                    + ")+";

    /** Groups of one size. */
    private static final List<Pattern> EQUAL =
            List.of(
                    form(
                            "\\b(?:(?:in|into|with|as)\\s+)?(?:(?:\\d|two|three|four|equal(?:ly (?:large|sized))?|same[- ]sized?)\\s+)*(?:groups?|arms|cohorts)\\s*(?:of equal size|of the same size)?\\s*(?::|of|with|by)?\\s*(?<list>"
                                    + LISTED
                                    + ")"),
                    form("\\bcompar(?:e|ing)\\s+(?:the\\s+)?(?<list>" + LISTED + ")"),
                    form(
                            "(?<list>%1$s\\s*(?:versus|vs\\.?)\\s*%1$s)"
                                    .formatted("(?:no |not |without |the )*" + MARK)));

    private static final Pattern ITEM =
            form("(?<no>(?:no |not |without )+)?(?:the )*(?<t>" + MARK + ")");

    /** Behind a column that begins a wish of its own, as "LDL above 140" does. */
    private static final String ASKED =
            "\\uF8FF|\\s*(?:above|below|over|under|at (?:least|most)|between|[<>≥≤=]|of \\d|\\d)";

    private static final String LIST =
            "(?<list>COLUMN(?:\\s*(?:,|and|&)\\s*(?:the\\s+)?(?:same\\s+)?COLUMN(?!ASKED))*)"
                    .replace("ASKED", ASKED)
                    .replace("COLUMN", COLUMN);

    /** What is to be the same, in front of it and behind; words that translation leaves, too. */
    private static final List<Pattern> SAME =
            List.of(
                    form(
                            "(?:,?\\s*\\b(?:and|with|but|all|both)\\s+)*\\b(?:the\\s+)?(?:same|equal|identical|comparable|similar|gleiche[mnrs]?|même|mism[oa]s?|match(?:ed|ing)?(?:\\s+(?:on|for|by))?|balanced(?:\\s+(?:on|for|by))?)\\s+(?:distribution\\s+of\\s+|mean\\s+)?(?:the\\s+)?"
                                    + LIST
                                    + "(?:\\s+distributions?)?(?:\\s+in\\s+(?:both|all|the two|each)\\s*(?:groups|arms|of them)?)?"),
                    form(
                            LIST.replace(COLUMN, CoveredText.NAMED)
                                    + "\\s*(?:(?:is|are|be|should|must|to)\\s+)*(?:the same|equal|identical|alike|matched|balanced|gleich|相同|一致)(?:\\s+in\\s+(?:both|all|the two|each)\\s*(?:groups|arms|of them)?)?"));

    /** A group that is there gets another share. */
    private static final List<Pattern> RESIZED =
            List.of(
                    form(
                            "\\b(?:(?:make|set|let|put|have)\\s+)?(?:the\\s+)?(?:group\\s+)?(?<no>(?:no|not|without)\\s+)?(?<t>MARK)\\s+(?:group|arm)?\\s*(?:(?:to|at|is|be|of|=|:)\\s*)*(?<p>\\d+(?:[.,]\\d+)?)\\s*(?:%|percent\\b)"
                                    .replace("MARK", MARK)),
                    form(
                            ("\\b(?<p>\\d+(?:[.,]\\d+)?)\\s*(?:%|percent\\b)"
                                            + LINK
                                            + "(?<no>(?:no|not|without)\\s+)?(?<t>MARK)(?:\\s+(?:group|arm))?")
                                    .replace("MARK", MARK)));

    private static final Pattern TOLD =
            Pattern.compile(
                    "(?iu)\\b(?:groups?|arms|cohorts|compar\\p{L}*|versus|vs|same|equal|identical|match\\p{L}*|balanced|gruppen?|gleich\\p{L}*|groupes?|même|grupos?|mism[oa]s?)\\b|组|相同");

    private static Pattern form(String form) {
        return Pattern.compile(form, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** In English: groups, and no shares. */
    private static final Pattern SIDE_BY_SIDE =
            form("\\b(?:groups?|arms|cohorts|compar\\p{L}*|versus|vs)\\b");

    /**
     * @param now groups that are there: what divides them is no share then
     */
    static ColumnGroups of(String message, List<TableColumn> columns, Groups now, Language likely) {
        var none = new ColumnGroups(List.of(), message);
        if (now.isEmpty() && !TOLD.matcher(message).find()) {
            return none;
        }
        var clauses = new Clauses(message, columns, now, likely);
        return clauses.read().or(clauses::resized).orElse(none);
    }

    /** Reads one message. */
    private static final class Clauses {
        /** A group and how large it is, in % or in people. */
        private record Part(ColumnMention of, boolean no, double size) {
            /** Whether its people do not have the answers. */
            boolean denied() {
                return no != of.denied();
            }

            /** "ICU", "no fall". */
            String name() {
                boolean flag = of.column().flag();
                boolean yes = flag && of.answers().equals(List.of(of.column().yes().orElseThrow()));
                boolean not = flag ? denied() == yes : denied();
                String is = flag ? of.column().name() : String.join(" or ", of.answers());
                return (not ? "no " : "") + is;
            }
        }

        private final CoveredText covered;
        private final String text;
        private final List<Part> parts = new ArrayList<>();
        private boolean people;
        private int start;
        private int end;

        private final Groups now;

        Clauses(String message, List<TableColumn> columns, Groups now, Language likely) {
            this.now = now;
            covered = new CoveredText(message, columns, likely);
            text = covered.text();
        }

        /** Empty if no groups are asked for. */
        Optional<ColumnGroups> read() {
            boolean groups = sized() || equal();
            Matcher alike = SAME.get(0).matcher(text);
            boolean matched = alike.find();
            if (!matched) {
                alike = SAME.get(1).matcher(text);
                matched = alike.find();
            }
            boolean told = matched || !now.isEmpty() || SIDE_BY_SIDE.matcher(text).find();
            if (!groups || !told || !apart()) { // "half ICU, half HDU" asks for shares alone
                return Optional.empty();
            }
            List<String> same = new ArrayList<>();
            Matcher item = form(COLUMN).matcher(matched ? alike.group("list") : "");
            while (item.find()) {
                same.add(covered.column(item.group()).id());
            }
            double all = parts.stream().mapToDouble(Part::size).sum();
            List<StudyGroup> out = new ArrayList<>();
            for (Part p : parts) {
                double percent = people ? 100 * p.size() / all : p.size();
                var is = new Constraint.Require(p.of().criterion(p.denied()));
                out.add(new StudyGroup(p.name(), percent, List.of(is)));
            }
            String quote = covered.quote(start, end);
            List<Reading.Quoted> edits = new ArrayList<>();
            if (people) {
                edits.add(new Reading.Quoted(new Edit.SetCount(Math.round(all)), quote));
            }
            edits.add(new Reading.Quoted(new Edit.SetGroups(new Groups(out, same)), quote));
            covered.take(start, end);
            if (matched) {
                covered.take(alike.start(), alike.end());
            }
            return Optional.of(new ColumnGroups(edits, covered.rest()));
        }

        /** Empty if no group that is there gets another share. */
        Optional<ColumnGroups> resized() {
            List<Reading.Quoted> edits = new ArrayList<>();
            for (Pattern form : RESIZED) {
                Matcher m = form.matcher(covered.text());
                while (m.find()) {
                    boolean no = group(m, "no").isPresent();
                    String name = new Part(covered.answer(m.group("t")), no, 0).name();
                    double percent = Double.parseDouble(m.group("p").replace(',', '.'));
                    if (now.named(name).isPresent() && percent <= 100) {
                        edits.add(
                                new Reading.Quoted(
                                        new Edit.ResizeGroup(name, percent),
                                        covered.quote(m.start(), m.end())));
                        covered.take(m.start(), m.end());
                    }
                }
            }
            return edits.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ColumnGroups(edits, covered.rest()));
        }

        /** Nobody is in two of the groups: answers of one column that differ. */
        private boolean apart() {
            long different = parts.stream().map(Part::name).distinct().count();
            boolean one = parts.stream().map(p -> p.of().column()).distinct().count() == 1;
            return parts.size() > 1 && different == parts.size() && one;
        }

        private boolean sized() {
            Matcher m = PART.matcher(text);
            boolean more = m.find();
            start = more ? m.start() : 0;
            while (more) {
                end = m.end();
                people |= group(m, "n").isPresent();
                double size =
                        group(m, "n")
                                .or(() -> group(m, "p"))
                                .map(t -> Double.parseDouble(t.replace(',', '.')))
                                .orElse(group(m, "half").isPresent() ? 50 : 100 / 3.0);
                boolean no = group(m, "no").isPresent();
                parts.add(new Part(covered.answer(m.group("t")), no, size));
                Matcher next = NEXT.matcher(text).region(end, text.length());
                more = m.region(next.lookingAt() ? next.end() : end, text.length()).lookingAt();
            }
            double all = parts.stream().mapToDouble(Part::size).sum();
            boolean whole = people || all < 100 + 1e-6;
            if (parts.size() < 2 || !whole) {
                parts.clear();
                people = false;
            }
            return !parts.isEmpty();
        }

        private static Optional<String> group(Matcher m, String name) {
            return Optional.ofNullable(m.group(name));
        }

        private boolean equal() {
            for (Pattern form : EQUAL) {
                Matcher m = form.matcher(text);
                if (m.find()) {
                    start = m.start();
                    end = m.end();
                    List<Part> all = new ArrayList<>();
                    Matcher item = ITEM.matcher(m.group("list"));
                    while (item.find()) {
                        boolean no = group(item, "no").isPresent();
                        all.add(new Part(covered.answer(item.group("t")), no, 0));
                    }
                    all.forEach(p -> parts.add(new Part(p.of(), p.no(), 100.0 / all.size())));
                    return true;
                }
            }
            return false;
        }
    }
}
