package org.anamnesis.interpret;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.anamnesis.code.StudyKind;
import org.anamnesis.interpret.StudyTerms.Place;
import org.anamnesis.interpret.StudyTerms.Term;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.StudyOrder;

/** What studies show in numbers and how they are recorded: measurements, settings, files. */
final class StudyParts {
    private static final String PICTURES = "pictures?|svg|png|previews?";
    static final String FILES = "wfdb|edf|dicom|nifti|bids|" + PICTURES;
    private static final String MATRIX = "matrix";
    private static final String PIXELS = "pixels?|px";
    private static final String HUM = "hum|humming|mains|noise|interference|powerline|line";
    private static final String RECORDED =
            "recordings?|tracings?|traces?|strips?|duration|e[ck]gs?|eegs?";
    private static final String PEOPLE = "patients?|people|persons?|men|women|e[ck]gs?";
    private static final String BETWEEN =
            "of|to|at|=|:|is|be|around|about|a|an|the|should|must|shall|was|were|by";

    /** Which way something is changed, where a number behind it says how far. */
    static final String DEGREE =
            "slower|faster|longer|shorter|wider|narrower|broader|higher|lower|bigger|larger|smaller|thicker|thinner";

    private final Sentence s;
    private final StudyClaim claim;
    private final StudyFindings findings;
    private final CohortSpec current;
    private final List<Place> all;

    /**
     * @param all places of the sentence that name a kind or something in it
     */
    StudyParts(
            Sentence s,
            StudyClaim claim,
            StudyFindings findings,
            CohortSpec current,
            List<Place> all) {
        this.s = s;
        this.claim = claim;
        this.findings = findings;
        this.current = current;
        this.all = all;
    }

    /** The order with one part of it more, if the words at its place say enough. */
    Optional<StudyOrder> part(StudyOrder order, Place p) {
        if (p.term() instanceof Term.Finding f) {
            return new StudyTimes(s, claim, current)
                    .of(order, p, f)
                    .or(() -> findings.finding(order, p, f));
        }
        if (p.term() instanceof Term.Measured m) {
            return measured(order, p, m.of());
        }
        if (p.term() instanceof Term.Set set && set.of().parts().isEmpty()) {
            return setting(order, p, set.of());
        }
        return p.term() instanceof Term.Choice c
                ? Optional.of(order.set(c.of().id(), c.choice()))
                : Optional.empty();
    }

    /** "QTc 480", "QTc of 480 ms", "a 9 Hz alpha rhythm". */
    private Optional<StudyOrder> measured(StudyOrder order, Place p, StudyKind.Measurement m) {
        int i = p.to();
        boolean degree = degree(s, p);
        String between = s.foreign() ? BETWEEN + "|in" : BETWEEN; // "pon el QTc en 480"
        while ((s.like(i, between) && i < p.to() + 3) || (degree && s.like(i, DEGREE + "|,|:"))) {
            i++;
        }
        if (s.inConcept(p.from()) && (s.like(p.from() - 1, "mean|average|median") || spread(i))) {
            return Optional.empty(); // of the record, which the study follows
        }
        if (s.at(i).number() && s.free(i) && !s.like(i + 1, "%|percent")) {
            double factor = claim.factor(m.unit(), i + 1);
            claim.take(p.to(), factor > 0 ? claim.end(i + 1) : i + 1);
            claim.take(s.like(p.from() - 1, DEGREE) ? p.from() - 1 : p.from(), p.to());
            double value = s.at(i).doubleValue() * (factor > 0 ? factor : 1);
            return Optional.of(order.measuring(m.id(), value));
        }
        int unit = s.like(p.from() - 1, "of") ? p.from() - 2 : p.from() - 1;
        boolean led = s.at(unit - 1).number() && claim.unit(m.unit(), unit);
        if (led && s.free(unit - 1)) {
            claim.take(unit - 1, p.from());
            return Optional.of(order.measuring(m.id(), s.at(unit - 1).doubleValue()));
        }
        return Optional.empty();
    }

    /** "slower heart rate, 45", "QTc longer: 500": a way, and how far. */
    static boolean degree(Sentence s, Place p) {
        int i = s.like(p.to(), DEGREE) ? p.to() + 1 : p.to();
        boolean way = i > p.to() || s.like(p.from() - 1, DEGREE);
        while (s.like(i, BETWEEN + "|,|:") && i < p.to() + 4) {
            i++;
        }
        return way && s.at(i).number() && !s.like(i + 1, "%|percent");
    }

    /** "72 (SD 10)", "72 ± 10". */
    private boolean spread(int number) {
        return s.like(number + 1, "sd|±|std")
                || s.like(number + 2, "sd|±|std")
                || s.like(number + 3, "sd|±|std");
    }

    /** "sampling rate 1000 Hz", "less noise", "slice thickness of 1 mm". */
    private Optional<StudyOrder> setting(StudyOrder order, Place p, StudyKind.Setting set) {
        int i = p.to();
        while (s.like(i, BETWEEN) && i < p.to() + 3) {
            i++;
        }
        boolean chosen =
                s.at(p.from() - 1).number()
                        && set.choices()
                                .contains(StudyClaim.plain(s.at(p.from() - 1).doubleValue()));
        boolean none = !chosen && impossible(p, set);
        if ((chosen || none) && s.free(p.from() - 1)) { // "2 leads"
            claim.take(p.from() - 1, p.to());
            return Optional.of(
                    order.set(set.id(), StudyClaim.plain(s.at(p.from() - 1).doubleValue())));
        }
        for (StudyKind.Measurement m : p.term().kind().measurements()) { // "noise of 25 HU"
            boolean measured = s.at(i).number() && claim.unit(m.unit(), i + 1);
            if (measured && m.names().stream().anyMatch(n -> n.contains(s.word(p.from())))) {
                claim.take(p.to(), i + 2);
                return Optional.of(order.measuring(m.id(), s.at(i).doubleValue()));
            }
        }
        if (s.at(i).number() && s.free(i) && !s.like(i + 1, "%|percent|" + PEOPLE)) {
            double factor = claim.factor(set.unit(), i + 1);
            claim.take(p.to(), factor > 0 ? i + 2 : i + 1);
            double value = s.at(i).doubleValue() * (factor > 0 ? factor : 1);
            return Optional.of(order.set(set.id(), StudyClaim.plain(value)));
        }
        int step =
                s.like(p.from() - 1, "less|lower|reduced?|reduce")
                        ? -1
                        : s.like(p.from() - 1, "more|higher|increased?") ? 1 : 0;
        int word = s.like(p.from() - 1, "the|any|all") ? p.from() - 2 : p.from() - 1;
        boolean without =
                s.like(word, "no|without|zero")
                        || (word < p.from() - 1 && s.like(word, "remove|drop|omit"))
                        || s.like(p.to(), "free");
        List<String> choices = set.choices();
        if (choices.isEmpty() || (step == 0 && !without)) {
            return Optional.empty();
        }
        String now = now(p.term().kind(), set);
        int at = without ? 0 : choices.indexOf(now) + step;
        claim.take(
                s.like(p.to(), "free") ? p.from() : without ? word : p.from() - 1,
                s.like(p.to(), "free") ? p.to() + 1 : p.to());
        return Optional.of(
                order.set(set.id(), choices.get(Math.max(0, Math.min(choices.size() - 1, at)))));
    }

    /** "90 kV", "1024 matrix": a number that is none of the choices, to be told as such. */
    private boolean impossible(Place p, StudyKind.Setting set) {
        boolean numbers =
                !set.choices().isEmpty()
                        && set.choices().stream().allMatch(c -> c.matches("[0-9.]+"));
        boolean ends = p.to() >= s.size() || s.like(p.to(), "[.,;]|and|with|at|for|in");
        return numbers && ends && s.at(p.from() - 1).number() && s.like(p.from(), "kvp?|matrix");
    }

    /** "512 x 512", "of 512 pixels": so many a side. */
    private StudyOrder pixels(StudyOrder order, StudyKind kind, int i) {
        boolean side =
                kind.setting(MATRIX).isPresent()
                        && s.at(i).number()
                        && s.like(i + 1, PIXELS)
                        && s.free(i, i + 2)
                        && !claim.used(i);
        if (side) {
            int to = s.like(i + 2, "a|per|each") && s.like(i + 3, "side|edge|row") ? i + 4 : i + 2;
            to = s.like(i + 2, "square|wide|across|matrix|resolution") ? i + 3 : to;
            claim.take(s.like(i - 1, "of|at|with|,") ? i - 1 : i, to);
            return order.set(MATRIX, StudyClaim.plain(s.at(i).doubleValue()));
        }
        boolean square =
                kind.setting(MATRIX).isPresent()
                        && s.at(i).number()
                        && s.like(i + 1, "x|×|\\*|by")
                        && s.at(i + 2).number()
                        && s.at(i).doubleValue() == s.at(i + 2).doubleValue()
                        && s.free(i, i + 3);
        if (!square) {
            return order;
        }
        claim.take(i, s.like(i + 3, "matrix|" + PIXELS) ? i + 4 : i + 3);
        return order.set(MATRIX, StudyClaim.plain(s.at(i).doubleValue()));
    }

    /** As it is: asked, usual, or as noise is that it is a part of. */
    private String now(StudyKind kind, StudyKind.Setting set) {
        String asked =
                current.beyond()
                        .study(kind.id())
                        .flatMap(o -> Optional.ofNullable(o.settings().get(set.id())))
                        .orElse(set.standard());
        return asked.isEmpty() && !set.id().equals("noise")
                ? kind.setting("noise").map(n -> now(kind, n)).orElse(asked)
                : asked;
    }

    /** A number whose unit tells the setting: "ECGs at 1000 Hz", "30 min"; and formats. */
    StudyOrder loose(StudyOrder before, StudyKind kind, Place head) {
        StudyOrder order = before;
        TreeSet<String> files = new TreeSet<>();
        boolean near = head.to() > 0 || s.size() <= 8;
        for (int i = 0; i < s.size(); i++) {
            boolean here = nearest(i).filter(k -> !k.equals(kind)).isEmpty();
            if (s.like(i, FILES) && s.free(i) && near && here) {
                files.add(s.like(i, PICTURES) ? StudyKind.PICTURE : s.word(i));
                claim.take(
                        s.like(i - 1, "as|in|and|,|with|plus") ? i - 1 : i,
                        s.like(i + 1, "format|files?") ? i + 2 : i + 1);
            }
            if (near && here && beside(i)) {
                int from = s.like(i - 1, "segmentation|lesion|binary|truth|event") ? i - 1 : i;
                from = s.like(from - 1, "ground") ? from - 1 : from;
                from = s.like(from - 1, "the|their|its") ? from - 1 : from;
                claim.take(s.like(from - 1, "with|and|plus|including|,") ? from - 1 : from, i + 1);
            }
            if (paper(i) && near && here && kind.id().equals("ecg")) {
                claim.take(s.like(i - 1, "at|and|,|with") ? i - 1 : i, i + 4);
            }
            order = spoken(longer(order, kind, i), kind, i, near && here);
            order = pixels(seizures(order, kind, i), kind, i);
            boolean others = nearest(i).filter(k -> !k.equals(kind)).isPresent();
            if (!near || others || !s.at(i).number() || !s.free(i) || claim.used(i)) {
                continue;
            }
            for (StudyKind.Setting set : kind.settings()) {
                double factor = claim.factor(set.unit(), i + 1);
                boolean size = set.unit().matches("[cm]m") && !s.like(i + 2, "slices?|cuts?|thick");
                boolean hum = set.unit().equals("Hz") && s.like(i + 2, HUM);
                if (hum && kind.setting("mains_hz").isPresent()) {
                    order = order.set("mains_hz", StudyClaim.plain(s.at(i).doubleValue()));
                    claim.take(s.like(i - 1, "with|a|some|and|,") ? i - 1 : i, i + 3);
                    break;
                }
                if (factor > 0 && !size) {
                    order = order.set(set.id(), StudyClaim.plain(s.at(i).doubleValue() * factor));
                    int from = s.like(i - 1, "at|of|with|for|over|,|rate|sampling|to") ? i - 1 : i;
                    claim.take(
                            from,
                            s.like(i + 2, "long|sampling|sampled|each|slices?|cuts?")
                                    ? i + 3
                                    : i + 2);
                    break;
                }
            }
        }
        return files.isEmpty() ? order : order.set(StudyOrder.FILES, String.join(",", files));
    }

    /** "with segmentation masks", "and annotations": what lies beside the files anyway. */
    private boolean beside(int i) {
        boolean led =
                s.like(
                        i - 1,
                        "with|and|plus|including|segmentation|lesion|binary|event|the|their|truth|,");
        return led
                && s.free(i)
                && !claim.used(i)
                && s.like(i, "masks?|segmentations?|annotations?|labels?|reports?|truth")
                && !(s.like(i, "truth") && s.like(i + 1, "masks?|labels?|annotations?"));
    }

    /** "longer recording", "a shorter EEG": twice or half of what it is. */
    private StudyOrder longer(StudyOrder order, StudyKind kind, int i) {
        boolean said = s.like(i, "longer|shorter") && s.free(i) && s.like(i + 1, RECORDED);
        Optional<StudyKind.Setting> set = kind.setting("duration_s");
        if (!said || set.isEmpty() || s.at(i - 1).number() || s.like(i + 2, "than")) {
            return order;
        }
        String now =
                current.beyond()
                        .study(kind.id())
                        .flatMap(o -> Optional.ofNullable(o.settings().get("duration_s")))
                        .orElse(set.get().standard());
        double to = Double.parseDouble(now) * (s.like(i, "longer") ? 2 : .5);
        double low = set.get().low().orElse(to);
        double high = set.get().high().orElse(to);
        claim.take(s.like(i - 1, "a|much|make|with") ? i - 1 : i, i + 2);
        return order.set(
                "duration_s", StudyClaim.plain(Math.rint(Math.max(low, Math.min(high, to)))));
    }

    /** "half an hour each", "a minute long", "an hour of EEG". */
    private StudyOrder spoken(StudyOrder order, StudyKind kind, int i, boolean near) {
        boolean half = s.at(i).kind() == Token.Kind.FRACTION && s.like(i + 1, "an?");
        int article = half ? i + 1 : i;
        boolean unit = s.like(article, "an?") && s.like(article + 1, "hour|minute|min");
        int to = article + 2;
        boolean ends = to >= s.size() || s.like(to, "each|long|[.,;]|of|recordings?|please|per");
        boolean free = near && unit && ends && s.free(i, to) && !claim.used(i);
        boolean counted = s.like(i - 1, "[0-9].*|times?|per|once|twice|every");
        if (!free || counted || kind.setting("duration_s").isEmpty() || (!half && begun(i))) {
            return order;
        }
        double seconds =
                (half ? s.at(i).doubleValue() / 100 : 1)
                        * (s.like(article + 1, "hour") ? 3600 : 60);
        claim.take(i, s.like(to, "each|long|please") ? to + 1 : to);
        return order.set("duration_s", StudyClaim.plain(seconds));
    }

    /** "half an hour" is said from "half" on. */
    private boolean begun(int article) {
        return s.at(article - 1).kind() == Token.Kind.FRACTION;
    }

    /** "two seizures each": how many a recording holds, not how many people. */
    private StudyOrder seizures(StudyOrder order, StudyKind kind, int i) {
        boolean many = s.at(i).number() && s.free(i) && !claim.used(i);
        boolean each = s.like(i + 2, "each|per|in") && s.like(i + 1, "seizures?|absences");
        if (!many || !each || kind.measurement("seizures").isEmpty()) {
            return order;
        }
        claim.take(i, s.like(i + 2, "each") ? i + 3 : Math.min(s.size(), i + 4));
        return order.measuring("seizures", s.at(i).doubleValue());
    }

    /** "25 mm/s", "10 mm/mV": as the paper of a picture is anyway. */
    private boolean paper(int i) {
        boolean length = s.at(i).number() && s.like(i + 1, "mm") && s.like(i + 2, "/|per");
        return length
                && ((s.at(i).doubleValue() == 25 && s.like(i + 3, "s|sec|second"))
                        || (s.at(i).doubleValue() == 10 && s.like(i + 3, "mv")));
    }

    /** Of which of the named kinds a word is said. */
    private Optional<StudyKind> nearest(int token) {
        return all.stream()
                .filter(p -> p.term() instanceof Term.Kind)
                .min(
                        Comparator.comparingInt(
                                p ->
                                        p.from() > token
                                                ? p.from() - token
                                                : Math.max(0, token - p.to() + 1)))
                .map(p -> p.term().kind());
    }
}
