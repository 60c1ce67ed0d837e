package org.anamnesis.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.code.RecordOnly;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.spec.Criterion;

/** A criterion as a test of one row; empty when the cohort has no column that answers it. */
final class CriterionTest implements Criterion.Cases<Optional<RowTest>> {
    private final CohortHeader header;

    CriterionTest(CohortHeader header) {
        this.header = header;
    }

    @Override
    public Optional<RowTest> age(Criterion.AgeBetween asked) {
        return column("age").map(k -> within(k, asked.minYears(), asked.maxYears(), true));
    }

    @Override
    public Optional<RowTest> category(Criterion.CategoryIn asked) {
        return column(asked.variable()).map(k -> levels(k, asked));
    }

    @Override
    public Optional<RowTest> condition(Criterion.HasCondition asked) {
        Optional<RowTest> present =
                conditionColumn(header, asked.condition())
                        .map(k -> (rows, i) -> known(rows.column(k)[i], x -> x == 1));
        if (RecordOnly.find(asked.condition()).isPresent()
                && header.describedIndexOf(asked.condition()) < 0) {
            return Optional.of((rows, i) -> RowTest.NO); // no record can name it
        }
        return asked.stage().isEmpty()
                ? present
                : KidneyStage.test(header, asked.stage().get())
                        .map(stage -> present.map(p -> and(p, stage)).orElse(stage));
    }

    @Override
    public Optional<RowTest> observation(Criterion.ObservationWithin asked) {
        return column(asked.observation())
                .map(k -> within(k, asked.range().low(), asked.range().high(), false));
    }

    @Override
    public Optional<RowTest> medication(Criterion.TakesMedication asked) {
        Optional<RowTest> whole =
                Stream.concat(
                                Stream.of(asked.medication()),
                                Catalogue.bundled().classesWithin(asked.medication()).stream()
                                        .map(Concept::id))
                        .flatMap(id -> column(id).stream())
                        .map(CriterionTest::taken)
                        .reduce(CriterionTest::or);
        if (whole.isPresent()) {
            return whole;
        }
        return IntStream.range(0, header.fields().size())
                .filter(k -> header.fields().get(k).role() == Field.Role.MEDICATION)
                .filter(k -> header.fields().get(k).levels().contains(asked.medication()))
                .mapToObj(k -> ingredient(k, asked.medication()))
                .reduce(CriterionTest::or);
    }

    @Override
    public Optional<RowTest> not(Criterion.Not asked) {
        return asked.inner()
                .match(this)
                .map(
                        inner ->
                                (rows, i) -> {
                                    int answer = inner.answer(rows, i);
                                    return answer == RowTest.UNKNOWN ? answer : 1 - answer;
                                });
    }

    @Override
    public Optional<RowTest> atLeast(Criterion.AtLeast asked) {
        List<Optional<RowTest>> tests = asked.of().stream().map(c -> c.match(this)).toList();
        return tests.stream().allMatch(Optional::isPresent)
                ? Optional.of(atLeast(asked.count(), tests.stream().map(Optional::get).toList()))
                : Optional.empty();
    }

    private static RowTest atLeast(int count, List<RowTest> tests) {
        return (rows, i) -> {
            int yes = 0;
            int unknown = 0;
            for (RowTest test : tests) {
                int answer = test.answer(rows, i);
                yes += answer == RowTest.YES ? 1 : 0;
                unknown += answer == RowTest.UNKNOWN ? 1 : 0;
            }
            return yes >= count
                    ? RowTest.YES
                    : yes + unknown >= count ? RowTest.UNKNOWN : RowTest.NO;
        };
    }

    /** The diagnosis itself; the years since it stand in another column of the same id. */
    static Optional<Integer> conditionColumn(CohortHeader header, String id) {
        return IntStream.range(0, header.fields().size())
                .filter(k -> header.fields().get(k).role() == Field.Role.CONDITION)
                .filter(k -> header.fields().get(k).id().equals(id))
                .boxed()
                .findFirst();
    }

    private Optional<Integer> column(String id) {
        return Optional.of(header.indexOf(id)).filter(k -> k >= 0);
    }

    private static RowTest within(int k, double low, double high, boolean completed) {
        return (rows, i) -> {
            double x = completed ? Math.floor(rows.column(k)[i]) : rows.column(k)[i];
            return known(x, v -> v >= low && v <= high);
        };
    }

    private RowTest levels(int k, Criterion.CategoryIn asked) {
        var wanted = asked.levels().stream().map(l -> l.toLowerCase(Locale.ROOT)).toList();
        Field field = header.fields().get(k);
        boolean[] in = new boolean[field.levels().size()];
        for (int level = 0; level < in.length; level++) {
            in[level] = wanted.contains(field.levels().get(level).toLowerCase(Locale.ROOT));
        }
        return (rows, i) -> known(rows.column(k)[i], x -> in[(int) x]);
    }

    private static RowTest taken(int k) {
        return (rows, i) -> Double.isNaN(rows.column(k)[i]) ? RowTest.NO : RowTest.YES;
    }

    private RowTest ingredient(int k, String id) {
        int level = header.fields().get(k).levels().indexOf(id);
        return (rows, i) -> rows.column(k)[i] == level ? RowTest.YES : RowTest.NO;
    }

    private static RowTest or(RowTest a, RowTest b) {
        return (rows, i) -> Math.max(a.answer(rows, i), b.answer(rows, i));
    }

    private static RowTest and(RowTest a, RowTest b) {
        return (rows, i) -> {
            int first = a.answer(rows, i);
            int second = b.answer(rows, i);
            if (first == RowTest.NO || second == RowTest.NO) {
                return RowTest.NO;
            }
            return Math.min(first, second);
        };
    }

    private static int known(double x, java.util.function.DoublePredicate test) {
        if (Double.isNaN(x)) {
            return RowTest.UNKNOWN;
        }
        return test.test(x) ? RowTest.YES : RowTest.NO;
    }
}
