package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.interpret.Comparison.Read;
import org.anamnesis.interpret.Comparison.Sign;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.Criterion.AgeBetween;
import org.anamnesis.spec.Criterion.ObservationWithin;

/**
 * "T2DM > 10 years": years right behind the name of a disease, not of people, are those since its
 * diagnosis. So many that they could be an age are asked about.
 */
final class DiseaseYears {
    /** Nobody asks for "over 5 years" of adults, to whom a request is about anyway. */
    private static final int ADULT = 18;

    /** More years than these are an age. */
    private static final int LONG = 30;

    private static final String CHILDREN =
            "child|children|kids?|boys?|girls?|teens?|teenagers?|adolescents?|infants?|toddlers?|pa?ediatrics?|minors?|youths?";

    private final Draft draft;
    private final Sentence s;

    private DiseaseYears(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft) {
        DiseaseYears words = new DiseaseYears(draft);
        for (Sentence.Named n : words.s.unused(Concept.Kind.CONDITION)) {
            if (n.concept().id().matches("type-[12]-diabetes") && words.disease(n)) {
                words.behind(n);
            }
        }
    }

    /** "type 2 diabetes", not "type 2 diabetics". */
    private boolean disease(Sentence.Named n) {
        return !s.like(n.to() - 1, "diabetics?|patients?|people")
                && !Words.PERSONS.contains(s.word(n.to()));
    }

    private Optional<Read> compared(int at) {
        boolean than = s.like(at, "longer|shorter") && s.like(at + 1, "than");
        if (!than || !s.at(at + 2).number()) {
            return Comparison.at(s, at);
        }
        Sign sign = s.like(at, "longer") ? Sign.ABOVE : Sign.BELOW;
        return Optional.of(new Read(sign, at + 2, at + 2, Optional.empty(), at + 3));
    }

    private void behind(Sentence.Named n) {
        int at = n.to();
        boolean apart = s.like(at, ",");
        at = s.like(at, "[,(]|of") ? at + 1 : at;
        at = s.like(at, "of|since|for") ? at + 1 : at;
        int start = at;
        Optional<Read> read = compared(start).filter(r -> s.free(start, r.to()));
        if (read.isEmpty() || read.get().first() != read.get().second()) {
            return;
        }
        int number = read.get().first();
        int to = number + 2;
        boolean years = s.like(number + 1, "years?|y|yrs?|yr") && !s.like(to, "old|olds|of|age");
        double value = s.at(number).doubleValue();
        boolean child = false;
        for (int k = 0; k < s.size(); k++) {
            child |= s.like(k, CHILDREN) || s.like(k, "aged?|ages");
        }
        if (!years || child || value > LONG || (apart && value >= ADULT)) {
            return;
        }
        Sign sign = read.get().sign();
        boolean up = sign == Sign.ABOVE || sign == Sign.AT_LEAST;
        boolean down = sign == Sign.BELOW || sign == Sign.AT_MOST;
        if (!up && !down) {
            return;
        }
        double low = up ? value : Double.NEGATIVE_INFINITY;
        double high = up ? Double.POSITIVE_INFINITY : value;
        var since = new ObservationWithin(OnsetWords.DURATION, new QuantityRange(low, high, "a"));
        String quote = s.quote(start, to);
        String taken = "\"%s\" is taken as years since the diagnosis".formatted(quote);
        draft.found(Draft.Topic.LIMIT, since, start, to);
        s.use(n.to(), start);
        boolean either = up && (value >= ADULT || n.concept().id().equals("type-1-diabetes"));
        if (either) {
            int whole = (int) value;
            int youngest = sign == Sign.ABOVE ? whole + 1 : whole;
            draft.ask(
                    new Ambiguity(
                            quote,
                            "Years since the diagnosis, or years of age?",
                            List.of(
                                    new Ambiguity.Way(
                                            "years since the diagnosis", since, taken + "."),
                                    new Ambiguity.Way(
                                            "years of age",
                                            new AgeBetween(youngest, AgeWords.OLDEST),
                                            ""))));
        } else {
            draft.assume(taken + ".");
        }
    }
}
