package org.anamnesis.spec;

import java.util.stream.Collectors;

/**
 * What a constraint is about: {@code age}, {@code sex}, an observation, a condition or a drug. Of
 * two constraints about one subject the later one usually takes the place of the earlier.
 */
final class Subject implements Criterion.Cases<String>, Constraint.Cases<String> {
    private static final Subject SUBJECT = new Subject();

    private Subject() {}

    static String of(Criterion criterion) {
        return criterion.match(SUBJECT);
    }

    static String of(Constraint constraint) {
        return constraint.match(SUBJECT);
    }

    /** Of a share, whose it is, where a variable may have several; else empty. */
    static String level(Constraint constraint) {
        return constraint instanceof Constraint.Share s
                        && s.criterion() instanceof Criterion.CategoryIn in
                ? level(in)
                : "";
    }

    static String level(Criterion.CategoryIn of) {
        return of.variable() + " " + String.join(" or ", of.levels());
    }

    @Override
    public String require(Constraint.Require asked) {
        return of(asked.criterion());
    }

    @Override
    public String share(Constraint.Share asked) {
        return of(asked.criterion());
    }

    @Override
    public String mean(Constraint.Mean asked) {
        return asked.observation();
    }

    @Override
    public String shift(Constraint.Shift asked) {
        return asked.observation();
    }

    @Override
    public String correlation(Constraint.Correlation asked) {
        boolean order = asked.first().compareTo(asked.second()) < 0;
        return order ? asked.first() + "~" + asked.second() : asked.second() + "~" + asked.first();
    }

    @Override
    public String age(Criterion.AgeBetween asked) {
        return "age";
    }

    @Override
    public String category(Criterion.CategoryIn asked) {
        return asked.variable();
    }

    @Override
    public String condition(Criterion.HasCondition asked) {
        return asked.condition();
    }

    @Override
    public String observation(Criterion.ObservationWithin asked) {
        return asked.observation();
    }

    @Override
    public String medication(Criterion.TakesMedication asked) {
        return asked.medication();
    }

    @Override
    public String not(Criterion.Not asked) {
        return of(asked.inner());
    }

    @Override
    public String atLeast(Criterion.AtLeast asked) { // two ranges of one value are about that value
        return asked.of().stream()
                .map(Subject::of)
                .distinct()
                .sorted()
                .collect(Collectors.joining("|"));
    }
}
