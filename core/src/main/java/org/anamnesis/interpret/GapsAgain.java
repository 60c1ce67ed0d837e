package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.measure.Measurands;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Overwrite;

/**
 * Of missing or outlying values that are asked already, without saying again what is asked of them:
 * "and 8 % of the procalcitonin" after gaps in lactate, "6 % for ferritin instead", "potassium
 * should be missing more often in women".
 */
final class GapsAgain {
    private static final Map<String, String> SETS =
            Map.of(
                    "@values", "values/results/readings/measurements/entries/figures/data",
                    "@more",
                            "more_often/more_frequently/more_likely/more_commonly/more/mainly/mostly/especially",
                    "@gone", "missing/absent/blank/empty/lacking/unavailable",
                    "@in", "in/among/amongst/for/with",
                    "@end", "instead/now/then/rather/please/too/also/as_well");

    /** A share of another one's values. */
    private static final List<IdiomPattern> OTHER =
            IdiomPattern.all(
                    SETS,
                    "^ [the/another] {share} of/in {obs} [@values] [at_random/randomly] [@end]",
                    "^ {obs} [@values] too/also/as_well [then/please] [,/:] [but] [only/just] [with/at/in/for/by/to] {share} [@end]");

    /** The same values with another share. */
    private static final List<IdiomPattern> ANEW =
            IdiomPattern.all(
                    SETS,
                    "^ {share} for/of/in {obs} [@values] [@end] $",
                    "^ {obs} [@values] [to/at/in/for/rather/:] {share} [@end] $");

    /** Who lacks them more often. */
    private static final List<IdiomPattern> MORE =
            IdiomPattern.all(
                    SETS,
                    "{obs} [@values] [should/must/shall/ought_to/to/are/is] [be/is/are/go] @gone @more @in",
                    "{obs} [@values] [should/must/shall/ought_to/to/are/is] [be/is/are/go] @more @gone @in",
                    "@more {obs} [@values] [should/must/shall/ought_to/to/are/is] [be] @gone @in",
                    "@more [of] [the] @gone {obs} [@values] @in",
                    "@gone {obs} [@values] @more @in");

    /** So many times as many of them, by the verb. */
    private static final Map<String, Double> TIMES =
            Map.of(
                    "double", 2.0, "twice", 2.0, "triple", 3.0, "treble", 3.0, "halve", 0.5, "half",
                    0.5);

    private static final List<IdiomPattern> MULTIPLIED =
            IdiomPattern.all(
                    SETS,
                    "^ double/triple/treble/halve [the] [share/rate/percentage/number/amount/proportion] [of] missingness/gaps/missing/outliers/holes/blanks [values/ones/data/rate/share] of/in/for [the] {obs} [@values]",
                    "^ double/triple/treble/halve [the] missing/outlying {obs} [@values]",
                    "^ double/triple/treble/halve [the] {obs} missingness/gaps/outliers",
                    "^ twice/half as_many/as_much missing/outlying/gaps_in/outliers_in [the] {obs} [@values]");

    private final Sentence s;
    private final List<Overwrite> asked;

    private GapsAgain(Sentence s, CohortSpec current) {
        this.s = s;
        this.asked = current.beyond().overwrites();
    }

    static Sentence plain(Sentence s, CohortSpec current, Vocabulary vocabulary) {
        var again = new GapsAgain(s, current);
        if (s.foreign() || again.last().isEmpty()) {
            return s;
        }
        List<Exchange> all = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            Optional<Exchange> e = again.at(i);
            if (e.isPresent()) {
                all.add(e.get());
                i = e.get().to() - 1;
            }
        }
        return s.exchanged(all, vocabulary);
    }

    /** "not more by men, more by old people", of values that are missing already. */
    private Optional<Exchange> rather() {
        int more = -1;
        for (int i = 0; i < s.size(); i++) {
            boolean word = s.word(i).equals("more");
            int in = s.like(i + 1, "often|frequently|likely") ? i + 2 : i + 1;
            boolean here = word && s.like(in, "in|by|among|for|with|amongst");
            boolean head = i == 0 || s.like(i - 1, "not|no|but|,|;|rather|and");
            more = here && head && !s.like(i - 1, "not|no") ? in : more;
            if (!here && i == 0 && !s.like(0, "not|no|but|rather|and")) {
                return Optional.empty();
            }
        }
        Overwrite last = asked.get(asked.size() - 1);
        if (more < 0 || !(last instanceof Overwrite.Missing m) || more > 9) {
            return Optional.empty();
        }
        int to = more + 1;
        return Catalogue.bundled()
                .find(m.observation())
                .map(Concept::name)
                .map(n -> m.percent() + " % missing " + n + ", more often in")
                .map(w -> new Exchange(0, to, w));
    }

    private Optional<Exchange> at(int i) {
        if (i == 0 && rather().isPresent()) {
            return rather();
        }
        return more(i).flatMap(
                        m ->
                                there(m, 0)
                                        .filter(o -> o instanceof Overwrite.Missing)
                                        .map(
                                                o ->
                                                        amount(o)
                                                                + " "
                                                                + name(o)
                                                                + " "
                                                                + words(m, 0)
                                                                + ", more often in")
                                        .map(w -> new Exchange(m.from(), m.to(), w)))
                .or(() -> multiplied(i))
                .or(() -> again(i))
                .or(() -> other(i));
    }

    /** "double the missingness of LDL", of 3 % that are missing. */
    private Optional<Exchange> multiplied(int i) {
        Optional<Double> times =
                i > 1 ? Optional.empty() : Optional.ofNullable(TIMES.get(s.word(i)));
        Optional<IdiomPattern.Match> m =
                times.flatMap(x -> IdiomPattern.matches(MULTIPLIED, s, i).findFirst());
        return m.flatMap(x -> there(x, 0))
                .map(o -> share(o) * times.get() + " % " + name(o) + " " + words(m.get(), 0))
                .map(w -> new Exchange(m.get().from(), m.get().to(), w));
    }

    private static double share(Overwrite o) {
        return o instanceof Overwrite.Missing m
                ? m.percent()
                : o instanceof Overwrite.Outliers out ? out.percent() : 0;
    }

    /** Of values in per cent a share would be a limit. */
    private Optional<Exchange> again(int i) {
        for (int k = 0; k < ANEW.size(); k++) {
            Optional<IdiomPattern.Match> m = ANEW.get(k).match(s, i);
            int obs = 1 - k;
            Optional<Overwrite> there = m.flatMap(x -> there(x, obs));
            if (there.isPresent()
                    && Measurands.bundled()
                            .find(there.get().observation())
                            .filter(x -> !x.unit().equals("%"))
                            .isPresent()) {
                return Optional.of(exchange(m.get(), obs, name(there.get())));
            }
        }
        return Optional.empty();
    }

    private Optional<Exchange> other(int i) {
        for (int k = 0; k < OTHER.size(); k++) {
            Optional<IdiomPattern.Match> m = OTHER.get(k).match(s, i);
            if (m.isPresent()) {
                return Optional.of(exchange(m.get(), 1 - k, last()));
            }
        }
        return Optional.empty();
    }

    private Exchange exchange(IdiomPattern.Match m, int obs, String what) {
        return new Exchange(m.from(), m.to(), words(m, 1 - obs) + " " + what + " " + words(m, obs));
    }

    private String words(IdiomPattern.Match m, int place) {
        IdiomPattern.Span at = m.places().get(place);
        return s.english(at.from(), at.to());
    }

    private Optional<IdiomPattern.Match> more(int i) {
        return IdiomPattern.matches(MORE, s, i).findFirst();
    }

    /** What is asked of the values of the observation in a place. */
    private Optional<Overwrite> there(IdiomPattern.Match m, int place) {
        IdiomPattern.Span at = m.places().get(place);
        return s.namedAt(at.from(), Concept.Kind.OBSERVATION)
                .map(n -> n.concept().id())
                .flatMap(
                        id ->
                                asked.stream()
                                        .filter(o -> o.observation().equals(id))
                                        .filter(o -> !name(o).isEmpty())
                                        .reduce((a, b) -> b));
    }

    private String last() {
        return asked.isEmpty() ? "" : name(asked.get(asked.size() - 1));
    }

    private static String name(Overwrite o) {
        return o instanceof Overwrite.Missing
                ? "missing"
                : o instanceof Overwrite.Outliers ? "outliers in" : "";
    }

    private static String amount(Overwrite o) {
        return ((Overwrite.Missing) o).percent() + " %";
    }
}
