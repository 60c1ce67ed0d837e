package org.anamnesis.interpret;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.measure.TimeUnits;
import org.anamnesis.measure.UnitNames;
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
    /** A clause that was taken out, with its place in the English. */
    private record Taken(Reading.Quoted quoted, int start, int end) {}

    private final ColumnMentions found;
    private final Wording wording;
    private final Map<String, ColumnMention> byMark;
    private final List<Reading.Quoted> edits = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> assumed = new ArrayList<>();
    private final List<int[]> taken = new ArrayList<>();
    private final List<Taken> clauses = new ArrayList<>();
    private Optional<String> typed = Optional.empty();
    private double times = 1;
    private String text;
    private Matcher at;
    private ColumnMention of;

    /**
     * @param wording of the marked message
     */
    ColumnClauses(ColumnMentions found, Wording wording) {
        this.found = found;
        this.wording = wording;
        this.text = wording.english();
        this.byMark =
                found.mentions().stream().collect(Collectors.toMap(ColumnMention::mark, m -> m));
    }

    ColumnClauses read() {
        joined();
        ColumnPatterns.FORGET.forEach(c -> take(c, false));
        ColumnPatterns.NUMBERS.forEach(c -> take(c, true));
        ColumnPatterns.ANSWERS.forEach(c -> take(c, false));
        alternatives();
        return this;
    }

    private static final String OR = "sample.words.or";
    private static final Pattern OR_BEFORE =
            Pattern.compile("(?is).*\\b(?:or|either|oder|ou)\\s*$");
    private static final Pattern OR_BEHIND = Pattern.compile("(?is)[\\s,]*\\b(?:or|oder|ou)\\b.*");

    /** "ICU or crp above 50" is one wish; with what the rules read it is none that can be had. */
    private void alternatives() {
        for (int a = 0; a < clauses.size(); a++) {
            for (int b = 0; b < clauses.size(); b++) {
                Taken x = clauses.get(a);
                Taken y = clauses.get(b);
                boolean or =
                        x.end() <= y.start()
                                && text.substring(x.end(), y.start())
                                        .strip()
                                        .matches("(?i),?\\s*or");
                if (or && required(x).isPresent() && required(y).isPresent()) {
                    List<Criterion> both = new ArrayList<>(List.of(required(x).get()));
                    both.add(required(y).get());
                    var either = new Constraint.Require(new Criterion.AtLeast(1, both));
                    String quote = x.quoted().quote() + " or " + y.quoted().quote();
                    var joined = new Reading.Quoted(new Edit.AddConstraint(either), quote);
                    blank(x.end(), y.start());
                    taken.add(new int[] {x.end(), y.start()});
                    edits.removeAll(List.of(x.quoted(), y.quoted()));
                    edits.add(joined);
                    clauses.set(a, new Taken(joined, x.start(), y.end()));
                    clauses.remove(b);
                    alternatives();
                    return;
                }
            }
        }
        for (Taken t : clauses) {
            Matcher either =
                    Pattern.compile("(?i)\\beither\\s*$").matcher(text.substring(0, t.start()));
            boolean pair =
                    t.quoted().edit() instanceof Edit.AddConstraint c
                            && c.constraint() instanceof Constraint.Require r
                            && r.criterion() instanceof Criterion.AtLeast;
            if (pair && either.find()) {
                blank(either.start(), t.start());
                taken.add(new int[] {either.start(), t.start()});
            } else if (OR_BEFORE.matcher(text.substring(0, t.start())).matches()
                    || OR_BEHIND.matcher(text.substring(t.end())).matches()) {
                problems.add(
                        new Problem(
                                OR,
                                t.quoted().quote(),
                                "Which of these is joined by \"or\" is not clear.",
                                "--where \"column >= 5 or other = 'answer'\", or one request for each"));
            }
        }
    }

    private static Optional<Criterion> required(Taken t) {
        return t.quoted().edit() instanceof Edit.AddConstraint c
                        && c.constraint() instanceof Constraint.Require r
                        && !(r.criterion() instanceof Criterion.AtLeast)
                ? Optional.of(r.criterion())
                : Optional.empty();
    }

    List<Reading.Quoted> edits() {
        return edits;
    }

    /** How values without a unit were read. */
    List<String> assumed() {
        return assumed.stream().distinct().toList();
    }

    /** Whether something is joined by "or" to what is not read here. */
    boolean unclear() {
        return problems.stream().anyMatch(p -> p.code().equals(OR));
    }

    List<Problem> problems() {
        return problems;
    }

    /** What nobody took, as the user wrote it, marks still in it. */
    String rest() {
        var rest = new StringBuilder(wording.text());
        for (int[] t : taken) {
            int[] own = wording.places(t[0], t[1]);
            for (int i = own[0]; i < own[1]; i++) {
                rest.setCharAt(i, ' ');
            }
        }
        return rest.toString();
    }

    /** Which answers stand together: "ICU or HDU" of one column is one wish. */
    private static final Pattern TOGETHER =
            Pattern.compile(
                    "(?<a>Xqa[a-z]{2})\\s*(?:,|/|\\bor\\b|\\band\\b)\\s*(?:or\\s+)?(?<b>Xqa[a-z]{2})(?!\\s*[:=(]?\\s*\\d+\\s*%)");

    private void joined() {
        Matcher m = TOGETHER.matcher(text);
        int from = 0;
        while (m.find(from)) {
            ColumnMention a = byMark.get(m.group("a"));
            ColumnMention b = byMark.get(m.group("b"));
            boolean one =
                    a.column().equals(b.column()) && a.denied() == b.denied() && !a.column().flag();
            if (one) {
                List<String> both = new ArrayList<>(a.answers());
                both.addAll(b.answers());
                byMark.put(
                        b.mark(),
                        new ColumnMention(
                                b.column(), both, b.denied(), b.words(), b.sort(), b.mark()));
                blank(m.start("a"), m.start("b"));
                taken.add(new int[] {m.start("a"), m.start("b")});
                m = TOGETHER.matcher(text);
                from = 0;
            } else {
                from = m.start("b");
            }
        }
    }

    private void take(ColumnPatterns.Clause clause, boolean unit) {
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
                var quoted = new Reading.Quoted(edit.get(), quote);
                edits.add(quoted);
                clauses.add(new Taken(quoted, start, end));
                blank(start, end);
                taken.add(new int[] {start, end});
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

    /**
     * A unit behind the number belongs to it; one that the column's is not told in is a mistake.
     */
    private int withUnit(int end) {
        typed = Optional.empty();
        times = 1;
        Matcher m = UNIT.matcher(text).region(end, text.length());
        if (m.lookingAt() && TimeUnits.ucum(m.group("unit")).isPresent()) {
            return time(m.group("unit"), end, m.end("unit"));
        }
        Optional<String> inside = group("unit").flatMap(Units::ucum);
        if (inside.isEmpty() && !m.lookingAt()) {
            return end;
        }
        String word =
                inside.isPresent() ? group("unit").get() : m.group("unit").replaceAll("[.,]+$", "");
        boolean own = word.equalsIgnoreCase(of.column().unit());
        Optional<String> ucum = own ? Optional.of(of.column().unit()) : Units.ucum(word);
        if (ucum.isEmpty() || word.equalsIgnoreCase("in")) {
            return end;
        }
        typed = ucum.filter(u -> !u.equals(of.column().unit()) && !of.column().unit().isEmpty());
        if (typed.isPresent()
                && measurand().flatMap(x -> x.toCanonical(1, typed.get())).isEmpty()) {
            problems.add(
                    new Problem(
                            "sample.words.unit",
                            word,
                            "The column %s is in %s."
                                    .formatted(of.column().name(), of.column().unit()),
                            "a value in " + of.column().unit()));
        }
        return inside.isPresent() ? end : m.start("unit") + word.length();
    }

    /** "Below 2 years" of a column in days; without a unit the number is taken as it stands. */
    private int time(String word, int end, int behind) {
        String own = of.column().unit();
        Optional<Double> ratio = TimeUnits.ucum(word).flatMap(asked -> TimeUnits.ratio(asked, own));
        if (ratio.isPresent()) {
            times = ratio.get();
            return behind;
        }
        if (own.isEmpty() || own.equals(UnitNames.DATE)) {
            assumed.add(
                    "The column %s has no unit; the number is taken as it stands, not in %s."
                            .formatted(of.column().name(), word));
            return behind;
        }
        return end;
    }

    /** What the column measures, if that is known and stated in more units than one. */
    private Optional<Measurand> measurand() {
        return of.column().conversion().flatMap(c -> Measurands.bundled().find(of.column().id()));
    }

    /**
     * A value as the specification has it: in the unit that was typed, else in the column's, or in
     * the usual one where only that can be ("HbA1c above 8" of a column in mmol/mol).
     */
    private double stated(double said) {
        double value = said * times;
        Optional<Measurand> m = measurand();
        if (m.isEmpty() || Double.isInfinite(value)) {
            return value;
        }
        if (typed.isPresent()) {
            return m.get().toCanonical(value, typed.get()).orElse(value);
        }
        double own = of.column().stated(value);
        boolean usual = !m.get().mayBe(own) && m.get().mayBe(value);
        if (usual) {
            assumed.add(
                    "%s %s is read in %s; the column %s is in %s."
                            .formatted(
                                    m.get().name(),
                                    text(value),
                                    m.get().unit(),
                                    of.column().name(),
                                    of.column().unit()));
        }
        return usual ? value : own;
    }

    private void blank(int from, int to) {
        text = text.substring(0, from) + " ".repeat(to - from) + text.substring(to);
    }

    double value(String name) {
        return number(group(name).orElseThrow());
    }

    private static double number(String typed) {
        OptionalInt word = NumberWords.small(typed);
        if (word.isPresent()) {
            return word.getAsInt();
        }
        String plain = typed.replace('−', '-').replaceAll(",$", "");
        boolean thousands = plain.matches("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
        return Double.parseDouble(plain.replace(",", thousands ? "" : "."));
    }

    /** Whether the clause says "or more". */
    boolean more() {
        return at.group().matches("(?is).*\\bor more\\b.*");
    }

    double percent() {
        return group("part")
                .map(ColumnClauses::part)
                .orElseGet(() -> number(group("p").orElseThrow()));
    }

    /** "Two thirds", "one in five" in %. */
    private static double part(String words) {
        String plain = words.replaceAll("(?i)^the\\s+|\\bevery\\s+", "");
        String whole = plain.matches("(?i)\\p{L}+") && !plain.matches("(?i)half") ? "a " : "";
        return Tokens.of(whole + plain).stream()
                .filter(t -> t.kind() == Token.Kind.FRACTION)
                .findFirst()
                .orElseThrow()
                .doubleValue();
    }

    /** One step of the column, by which "above" excludes the limit; a converted limit has none. */
    double step() {
        double value = value("v");
        boolean own =
                typed.isEmpty()
                        && times == 1
                        && measurand().filter(m -> !m.mayBe(of.column().stated(value))).isEmpty();
        return own ? of.column().step() : 0;
    }

    private static String text(double value) {
        return new BigDecimal(value).round(new MathContext(9)).stripTrailingZeros().toPlainString();
    }

    Optional<Edit> missing(double percent) {
        String id = of.column().id();
        return Optional.of(
                new Edit.AddOverwrite(new Overwrite.Missing(id, percent, Optional.empty())));
    }

    Optional<Edit> moved() {
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
                        percent ? 0 : difference(by)));
    }

    /** "1 point" of HbA1c is one of its usual unit. */
    private double difference(double said) {
        double by = said * times;
        boolean points = at.group().matches("(?is).*\\bpoints?\\b.*");
        Optional<Measurand> m = measurand();
        if (m.isEmpty() || (typed.isEmpty() && !points)) {
            return of.column().statedDifference(by);
        }
        return typed.isEmpty()
                ? by
                : m.get().toCanonical(by, typed.get()).orElse(by)
                        - m.get().toCanonical(0, typed.get()).orElse(0.0);
    }

    Optional<Edit> mean() {
        double mean = stated(value("v"));
        return Optional.of(new Edit.AddConstraint(new Constraint.Mean(of.column().id(), mean)));
    }

    Optional<Edit> range(double low, double high) {
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
        var range = new QuantityRange(stated(low), stated(high), c.statedUnit());
        Criterion within = new Criterion.ObservationWithin(c.id(), range);
        return ofSome()
                ? share(within)
                : Optional.of(new Edit.AddConstraint(new Constraint.Require(within)));
    }

    /** Whether the form asks something of a share of the people, and one is named. */
    private boolean ofSome() {
        return at.pattern().pattern().contains("(?<part>")
                && (at.group("p") != null || at.group("part") != null);
    }

    Optional<Edit> forgotten() {
        return Optional.of(new Edit.Forget(of.column().id()));
    }

    Optional<Edit> share() {
        return share(of.criterion(group("none").isPresent() != of.denied()));
    }

    private Optional<Edit> share(Criterion of) {
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
        return Optional.of(new Edit.AddConstraint(new Constraint.Share(of, percent)));
    }

    Optional<Edit> required(boolean no) {
        return Optional.of(
                new Edit.AddConstraint(new Constraint.Require(of.criterion(no != of.denied()))));
    }
}
