package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anamnesis.interpret.ColumnMentions.Mention;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.measure.Units;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Overwrite;

/**
 * What is asked of a table's own columns: each clause that is understood is taken out of the text,
 * so that the rules read the rest.
 */
final class ColumnClauses {
    private static final String N = "(?<t>Xqn[a-z]{2})";
    private static final String A = "(?<t>Xqa[a-z]{2})";
    private static final String ANY = "(?<t>Xq[anc][a-z]{2})";
    private static final String V = "(?<v>[-−]?\\d[\\d,]*(?:\\.\\d+)?)";
    private static final String W = "(?<w>[-−]?\\d[\\d,]*(?:\\.\\d+)?)";
    private static final String PERCENT = "(?<p>\\d+(?:[.,]\\d+)?)\\s*(?:%|percent\\b)";
    private static final String BE =
            "\\s*(?:values?\\s+)?(?:(?:is|are|was|be|must be|should be|has to be|with|of|:)\\s+)*";
    private static final String LIMIT =
            "(?:conditions?|limits?|restrictions?|requirements?|filters?|targets?|means?|constraints?|criteri(?:on|a)|shares?)";

    private record Clause(Pattern pattern, Function<ColumnClauses, Optional<Edit>> edit) {}

    private static final List<Clause> NUMBERS =
            List.of(
                    clause("\\b(?:no|without|never)\\s+missing\\s+" + N, c -> c.missing(0)),
                    clause(
                            N + "\\s+(?:(?:is|are)\\s+)?(?:not missing|present|complete|known)\\b",
                            c -> c.missing(0)),
                    clause(
                            PERCENT
                                    + "\\s*(?:of\\s+)?(?:the\\s+)?(?:missing\\s+"
                                    + N
                                    + "|"
                                    + N.replace("<t>", "<u>")
                                    + "\\s+(?:values?\\s+)?(?:(?:is|are)\\s+)?missing)\\b",
                            c -> c.missing(c.percent())),
                    clause(
                            N
                                    + "\\s+(?:(?:is|are)\\s+)?missing\\s+(?:in|for|at)?\\s*"
                                    + PERCENT
                                    + "(?:\\s+of\\s+\\w+)?",
                            c -> c.missing(c.percent())),
                    clause(N + "\\s+(?:(?:is|are)\\s+)?missing\\b", c -> c.missing(100)),
                    clause(
                            "\\b(?<how>raise|increase|lower|reduce|decrease)\\s+(?:the\\s+)?(?:mean\\s+(?:of\\s+)?)?"
                                    + N
                                    + "\\s+by\\s+"
                                    + V
                                    + "\\s*(?<pc>%|percent\\b)?",
                            ColumnClauses::moved),
                    clause(
                            "(?:\\bmean\\s+(?:of\\s+)?)?"
                                    + N
                                    + BE
                                    + "(?:by\\s+)?"
                                    + V
                                    + "\\s*(?<pc>%|percent\\b)?\\s*(?:points?\\s+|units?\\s+|(?<unit>\\S+)\\s+)?"
                                    + "(?<how>higher|lower|more|less)(?!\\s+than)\\b",
                            ColumnClauses::moved),
                    clause(
                            "\\b(?:mean|average|avg)\\s+(?:of\\s+)?(?:the\\s+)?"
                                    + N
                                    + "\\s*(?:=+|:|at|to|about|around|of|is|be)?\\s*"
                                    + V,
                            ColumnClauses::mean),
                    clause(
                            N
                                    + "\\s*,?\\s*(?:with\\s+(?:a\\s+)?)?(?:mean|average|avg|averaging)\\s*(?:=+|:|at|to|about|around|of|is)?\\s*"
                                    + V,
                            ColumnClauses::mean),
                    clause(N + BE + V + "\\s+on average\\b", ColumnClauses::mean),
                    clause(
                            N + BE + "(?:between|from)\\s+" + V + "\\s*(?:and|to|-|–)\\s*" + W,
                            c -> c.range(c.value("v"), c.value("w"))),
                    clause(
                            N + BE + V + "\\s*(?:to|-|–)\\s*" + W,
                            c -> c.range(c.value("v"), c.value("w"))),
                    clause(
                            N
                                    + BE
                                    + "(?:at least|≥|>=|=>|from|not (?:below|under|less than)|no less than|minimum)\\s*"
                                    + V
                                    + "(?:\\s+up\\b)?",
                            c -> c.range(c.value("v"), Double.POSITIVE_INFINITY)),
                    clause(
                            N
                                    + BE
                                    + "(?:at most|≤|<=|=<|up to|not (?:above|over|more than)|no more than|maximum)\\s*"
                                    + V,
                            c -> c.range(Double.NEGATIVE_INFINITY, c.value("v"))),
                    clause(
                            N
                                    + BE
                                    + "(?:>|above|over|(?:greater|more|higher|larger|older) than|exceed(?:s|ing)?)\\s*"
                                    + V,
                            c -> c.range(c.value("v") + c.step(), Double.POSITIVE_INFINITY)),
                    clause(
                            N
                                    + BE
                                    + "(?:<|below|under|(?:less|lower|smaller|younger) than)\\s*"
                                    + V,
                            c -> c.range(Double.NEGATIVE_INFINITY, c.value("v") - c.step())),
                    clause(
                            N
                                    + BE
                                    + V
                                    + "\\s*(?:or (?:more|above|higher|over|older)|and (?:more|above|higher|over|older)|\\+)",
                            c -> c.range(c.value("v"), Double.POSITIVE_INFINITY)),
                    clause(
                            N + BE + V + "\\s*(?:or|and) (?:less|below|lower|under|younger)",
                            c -> c.range(Double.NEGATIVE_INFINITY, c.value("v"))),
                    clause(
                            N
                                    + "\\s*(?:=+|\\b(?:is|equals?|exactly|of exactly)\\b)\\s*(?:exactly\\s+)?"
                                    + V,
                            c -> c.range(c.value("v"), c.value("v"))));

    private static final List<Clause> FORGET =
            List.of(
                    clause(
                            "\\b(?:drop|remove|forget|lift|cancel|delete|clear|without|no more|no longer|ignore)\\s+(?:the\\s+|any\\s+|my\\s+)?"
                                    + "(?:"
                                    + LIMIT
                                    + "\\s+(?:on|for|of|about)\\s+)?(?:the\\s+)?"
                                    + ANY
                                    + "\\s+"
                                    + LIMIT
                                    + "\\b",
                            ColumnClauses::forgotten),
                    clause(
                            "\\b(?:drop|remove|forget|lift|cancel|delete|clear|ignore|no)\\s+(?:the\\s+|any\\s+|my\\s+)?"
                                    + LIMIT
                                    + "\\s+(?:on|for|of|about)\\s+(?:the\\s+)?"
                                    + ANY,
                            ColumnClauses::forgotten),
                    clause(
                            "\\b(?:drop|remove|forget|ignore)\\s+(?:the\\s+)?" + ANY,
                            ColumnClauses::forgotten),
                    clause("\\bany\\s+" + ANY, ColumnClauses::forgotten),
                    clause(
                            ANY
                                    + "\\s+(?:does not|doesn't|need not|no longer|can be)\\s*(?:matter|any(?:thing)?|what\\w*)?",
                            ColumnClauses::forgotten));

    private static final List<Clause> ANSWERS =
            List.of(
                    clause(
                            "(?:"
                                    + PERCENT
                                    + "|\\b(?<half>half)\\b)\\s*(?:of\\s+(?:them|the\\s+\\w+|all|patients|people)\\s*)?"
                                    + "(?:(?:who|that)\\s+)?(?:(?:are|is|be|have|has|having|with|in|on|from|being|of|at)\\s+)*(?:the\\s+)?"
                                    + A,
                            ColumnClauses::share),
                    clause(
                            A
                                    + "\\s*(?:[:=(]|(?:is|are|in|at|of|about|for|with)\\b)?\\s*(?:about\\s+)?"
                                    + PERCENT
                                    + "(?:\\s*\\)|\\s+of\\s+(?:them|the\\s+\\w+|all|patients|people))?",
                            ColumnClauses::share),
                    clause(
                            "\\b(?:no|not|nobody|none|without|non|never|exclude|excluding|except|other than|leave out|drop the)[\\s-]+"
                                    + "(?:(?:in|with|on|from|of|the|those|patients|people|has|have|had)\\s+)*"
                                    + A,
                            c -> c.required(true)),
                    clause(
                            "(?:\\b(?:only|just|all|all of them|everyone|everybody|make it|make them|switch to|change to|set to|to|take|with|in|from|on|at"
                                    + "|who|that|which|is|are|has|have|having|had|whose|where|instead)\\s+)*"
                                    + A
                                    + "(?:\\s+(?:only|instead|please))*",
                            c -> c.required(false)));

    private final ColumnMentions found;
    private final Wording wording;
    private final Map<String, Mention> byMark;
    private final List<Reading.Quoted> edits = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private String text;
    private Matcher at;
    private Mention of;

    /**
     * @param wording of the marked message
     */
    ColumnClauses(ColumnMentions found, Wording wording) {
        this.found = found;
        this.wording = wording;
        this.text = wording.english();
        this.byMark = found.mentions().stream().collect(Collectors.toMap(Mention::mark, m -> m));
    }

    ColumnClauses read() {
        joined();
        FORGET.forEach(c -> take(c, false));
        NUMBERS.forEach(c -> take(c, true));
        ANSWERS.forEach(c -> take(c, false));
        return this;
    }

    List<Reading.Quoted> edits() {
        return edits;
    }

    List<Problem> problems() {
        return problems;
    }

    /** What nobody took, in English, marks still in it. */
    String rest() {
        return text;
    }

    private static Clause clause(String form, Function<ColumnClauses, Optional<Edit>> edit) {
        return new Clause(
                Pattern.compile(form, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), edit);
    }

    /** Which answers stand together: "ICU or HDU" of one column is one wish. */
    private static final Pattern TOGETHER =
            Pattern.compile(
                    "(?<a>Xqa[a-z]{2})\\s*(?:,|/|\\bor\\b|\\band\\b)\\s*(?:or\\s+)?(?<b>Xqa[a-z]{2})(?!\\s*[:=(]?\\s*\\d+\\s*%)");

    private void joined() {
        Matcher m = TOGETHER.matcher(text);
        int from = 0;
        while (m.find(from)) {
            Mention a = byMark.get(m.group("a"));
            Mention b = byMark.get(m.group("b"));
            boolean one =
                    a.column().equals(b.column()) && a.denied() == b.denied() && !a.column().flag();
            if (one) {
                List<String> both = new ArrayList<>(a.answers());
                both.addAll(b.answers());
                byMark.put(
                        b.mark(),
                        new Mention(b.column(), both, b.denied(), b.words(), b.sort(), b.mark()));
                blank(m.start("a"), m.start("b"));
                m = TOGETHER.matcher(text);
                from = 0;
            } else {
                from = m.start("b");
            }
        }
    }

    private void take(Clause clause, boolean unit) {
        at = clause.pattern().matcher(text);
        int from = 0;
        while (at.find(from)) {
            String mark = group("t").or(() -> group("u")).orElseThrow();
            of = byMark.get(mark);
            int start = at.start();
            int end = unit ? withUnit(at.end()) : at.end();
            String quote = found.written(wording.quote(start, end)).strip();
            Optional<Edit> edit = clause.edit().apply(this);
            if (edit.isPresent()) {
                edits.add(new Reading.Quoted(edit.get(), quote));
                blank(start, end);
                at = clause.pattern().matcher(text);
            }
            from = end;
        }
    }

    private Optional<String> group(String name) {
        try {
            return Optional.ofNullable(at.group(name));
        } catch (IllegalArgumentException noSuchGroup) {
            return Optional.empty();
        }
    }

    private static final Pattern UNIT =
            Pattern.compile("\\s*(?<unit>[%\\p{L}µ][\\p{L}\\p{N}µ%/.^*\\[\\]]*)");

    /** A unit behind the number belongs to it; another one than the column's is a mistake. */
    private int withUnit(int end) {
        Matcher m = UNIT.matcher(text).region(end, text.length());
        if (!m.lookingAt()) {
            return end;
        }
        String typed = m.group("unit").replaceAll("[.,]+$", "");
        Optional<String> ucum = Units.ucum(typed);
        boolean own = typed.equalsIgnoreCase(of.column().unit());
        if (!own && (ucum.isEmpty() || typed.equalsIgnoreCase("in"))) {
            return end;
        }
        if (!own && !of.column().unit().isEmpty() && !ucum.get().equals(of.column().unit())) {
            problems.add(
                    new Problem(
                            "sample.words.unit",
                            typed,
                            "The column %s is in %s."
                                    .formatted(of.column().name(), of.column().unit()),
                            "a value in " + of.column().unit()));
        }
        return m.start("unit") + typed.length();
    }

    private void blank(int from, int to) {
        text = text.substring(0, from) + " ".repeat(to - from) + text.substring(to);
    }

    private double value(String name) {
        return number(group(name).orElseThrow());
    }

    private static double number(String typed) {
        String plain = typed.replace('−', '-').replaceAll(",$", "");
        boolean thousands = plain.matches("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
        return Double.parseDouble(plain.replace(",", thousands ? "" : "."));
    }

    private double percent() {
        return group("half").isPresent() ? 50 : number(group("p").orElseThrow());
    }

    private double step() {
        return of.column().step();
    }

    private Optional<Edit> missing(double percent) {
        String id = of.column().id();
        return Optional.of(
                new Edit.AddOverwrite(new Overwrite.Missing(id, percent, Optional.empty())));
    }

    private Optional<Edit> moved() {
        String how = group("how").orElse("");
        double sign = how.matches("(?i)lower|less|reduce|decrease") ? -1 : 1;
        double by = sign * value("v");
        boolean percent = group("pc").isPresent();
        if (percent && by <= -100) {
            return Optional.empty();
        }
        return Optional.of(
                new Edit.MoveMean(
                        of.column().id(),
                        percent ? 1 + by / 100 : 1,
                        percent ? 0 : of.column().statedDifference(by)));
    }

    private Optional<Edit> mean() {
        double mean = of.column().stated(value("v"));
        return Optional.of(new Edit.AddConstraint(new Constraint.Mean(of.column().id(), mean)));
    }

    private Optional<Edit> range(double low, double high) {
        if (low > high) {
            problems.add(
                    new Problem(
                            "sample.words.range",
                            found.unmarked(at.group()),
                            "Nothing lies between these two.",
                            "the smaller value first"));
            return Optional.empty();
        }
        TableColumn c = of.column();
        var range = new QuantityRange(c.stated(low), c.stated(high), c.statedUnit());
        return Optional.of(
                new Edit.AddConstraint(
                        new Constraint.Require(new Criterion.ObservationWithin(c.id(), range))));
    }

    private Optional<Edit> forgotten() {
        return Optional.of(new Edit.Forget(of.column().id()));
    }

    private Optional<Edit> share() {
        double percent = percent();
        if (percent > 100) {
            problems.add(
                    new Problem(
                            "request.share.range",
                            found.unmarked(at.group()).strip(),
                            "A share lies between 0 and 100 %.",
                            "a share from 0 to 100 %"));
            return Optional.empty();
        }
        return Optional.of(
                new Edit.AddConstraint(new Constraint.Share(criterion(of.denied()), percent)));
    }

    private Optional<Edit> required(boolean no) {
        return Optional.of(
                new Edit.AddConstraint(new Constraint.Require(criterion(no != of.denied()))));
    }

    /** "no stroke" of a column of yes and no is its answer no. */
    private Criterion criterion(boolean denied) {
        TableColumn c = of.column();
        boolean yes = c.flag() && of.answers().equals(List.of(c.yes().orElseThrow()));
        if (denied && yes) {
            return c.criterion(List.of(c.no().orElseThrow()));
        }
        Criterion is = c.criterion(of.answers());
        return denied ? new Criterion.Not(is) : is;
    }
}
