package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.interpret.BareAmount;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;

/**
 * A supposition that goes on: "and if it were halved instead?", "what about 40 %?", "and if only
 * half did?" after "what if LDL were 30 % lower?" or "what if all took a statin?". It is supposed
 * of the baseline, in the place of the one before.
 */
final class WhatIfAgain {
    private static final Pattern GOES_ON =
            Pattern.compile(
                    "(?i)(?:(?:and|or|but|so|now|ok|okay|hm+)[, ]+)*(?:what if|how if|if|what about|how about|suppose|say)\\s+(.*)");
    private static final Pattern OF_IT =
            Pattern.compile(
                    "(?i)(?:(?:it|that|this|those|they|only|just|even|were|was|is|be|had|been|went|goes|go|by|to|rather|a change of|a shift of)\\b\\s*)*");
    private static final Pattern END =
            Pattern.compile(
                    "(?i)[\\s,]*(?:instead|then|rather|of them|did(?: so| it)?|had it|took it|[?.!])$");
    private static final Pattern CHANGE =
            Pattern.compile(
                    "(?i)(?:halved|doubled|tripled|(?:[0-9.,]+|half|twice|a|a third|a quarter|a tenth|one)\\b.*"
                            + "\\b(?:lower|higher|less|more|up|down|as high)|twice as high)");

    private final Constraint last;
    private final String rest;

    private WhatIfAgain(Constraint last, String rest) {
        this.last = last;
        this.rest = rest;
    }

    /** Empty unless something is supposed and the message says how else it might be. */
    private static Optional<WhatIfAgain> of(CohortSpec spec, String message) {
        Matcher m = GOES_ON.matcher(message.strip());
        if (spec.beyond().baseline().isEmpty() || !m.matches()) {
            return Optional.empty();
        }
        List<Constraint> supposed = new ArrayList<>(spec.constraints());
        supposed.removeAll(spec.beyond().baseline().get().spec().constraints());
        String rest = OF_IT.matcher(m.group(1)).replaceFirst("");
        for (Matcher end = END.matcher(rest); end.find(); end = END.matcher(rest)) {
            rest = rest.substring(0, end.start());
        }
        return supposed.isEmpty()
                ? Optional.empty()
                : Optional.of(new WhatIfAgain(supposed.get(supposed.size() - 1), rest.strip()));
    }

    /** The whole supposition, of a value that was moved. */
    static Optional<String> words(Conversation heard, String message) {
        return of(heard.spec(), message).flatMap(WhatIfAgain::moved);
    }

    /** What is asked instead, of a share or a mean. */
    static List<Edit> edits(Conversation heard, String message) {
        return of(heard.spec(), message)
                .flatMap(w -> w.amount(heard))
                .map(c -> List.<Edit>of(new Edit.Suppose(false), new Edit.AddConstraint(c)))
                .orElse(List.of());
    }

    private Optional<String> moved() {
        String id =
                last instanceof Constraint.Shift s
                        ? s.observation()
                        : last instanceof Constraint.Mean m ? m.observation() : "";
        return CHANGE.matcher(rest).matches()
                ? Measurands.bundled()
                        .find(id)
                        .map(Measurand::name)
                        .map(name -> "what if " + name + " were " + rest + "?")
                : Optional.empty();
    }

    private Optional<Constraint> amount(Conversation heard) {
        Optional<BareAmount> now = BareAmount.of(rest, heard.language());
        if (now.isEmpty() || !now.get().sign().isEmpty()) {
            return Optional.empty();
        }
        double value = now.get().value();
        boolean share = now.get().percent() && value >= 0 && value <= 100;
        if (last instanceof Constraint.Share s && share) {
            return Optional.of(new Constraint.Share(s.criterion(), value));
        } else if (last instanceof Constraint.Require r && share) {
            return Optional.of(new Constraint.Share(r.criterion(), value));
        } else if (last instanceof Constraint.Mean m && !now.get().percent()) {
            return Optional.of(new Constraint.Mean(m.observation(), value));
        } else if (last instanceof Constraint.Shift s) {
            return shifted(s, now.get());
        }
        return Optional.empty();
    }

    /** In the same direction by another amount. */
    private static Optional<Constraint> shifted(Constraint.Shift s, BareAmount now) {
        double value = now.value();
        if (s.plus() == 0 && now.percent() && value < 100) {
            double factor = 1 + Math.signum(s.factor() - 1) * value / 100;
            return Optional.of(new Constraint.Shift(s.observation(), factor, 0));
        }
        return s.factor() == 1 && !now.percent()
                ? Optional.of(
                        new Constraint.Shift(s.observation(), 1, Math.signum(s.plus()) * value))
                : Optional.empty();
    }
}
