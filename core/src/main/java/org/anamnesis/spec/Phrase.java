package org.anamnesis.spec;

/** A criterion in short words, for messages. */
final class Phrase implements Criterion.Cases<String> {
    private static final Phrase PHRASE = new Phrase();

    private Phrase() {}

    static String of(Criterion criterion) {
        return criterion.match(PHRASE);
    }

    @Override
    public String age(Criterion.AgeBetween asked) {
        return "age %d to %d".formatted(asked.minYears(), asked.maxYears());
    }

    @Override
    public String category(Criterion.CategoryIn asked) {
        return asked.variable() + " " + String.join(" or ", asked.levels());
    }

    @Override
    public String condition(Criterion.HasCondition asked) {
        return asked.condition() + asked.stage().map(s -> " stage " + s).orElse("");
    }

    @Override
    public String observation(Criterion.ObservationWithin asked) {
        return "%s %s to %s"
                .formatted(asked.observation(), asked.range().low(), asked.range().high());
    }

    @Override
    public String medication(Criterion.TakesMedication asked) {
        return "on " + asked.medication();
    }

    @Override
    public String not(Criterion.Not asked) {
        return "not " + of(asked.inner());
    }
}
