package org.anamnesis.interpret;

import java.util.Optional;
import java.util.Set;
import org.anamnesis.measure.Measurands;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Overwrite;

/** One value for everybody: "set potassium to 5.5", "heart rate fixed at 130 in everybody". */
final class SetWords {
    private static final Set<String> EVERYBODY = Set.of("everyone", "everybody", "all", "each");

    private final Draft draft;
    private final Sentence s;

    private SetWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft) {
        SetWords words = new SetWords(draft);
        for (int i = 0; i < words.s.size(); i++) {
            if (!words.s.free(i)) {
                continue;
            }
            String w = words.s.word(i);
            if (w.matches("put|keep|hold|freeze|pin")) {
                words.put(i);
            }
        }
    }

    /** "put the heart rate at 125 in all of them". */
    private void put(int i) {
        Optional<Sentence.Named> of = new NearNames(s).behind(i + 1);
        if (of.isEmpty()) {
            return;
        }
        int n = of.get().to();
        boolean at = s.word(n).matches("at|to");
        if (at && s.at(n + 1).number() && s.free(n + 1)) {
            int end = end(n + 1);
            if (end > valueEnd(n + 1)) { // said of everybody; else a target may be meant
                value(of.get(), n + 1, i);
            }
        }
    }

    private int valueEnd(int n) {
        return Quantity.unit(s, n).map(Quantity.Unit::to).orElse(n + 1);
    }

    /** Past "in everybody", "for all of them" behind the value. */
    private int end(int n) {
        int end = valueEnd(n);
        boolean whose = s.word(end).matches("for|in|across|throughout");
        if (!whose || !(EVERYBODY.contains(s.word(end + 1)) || s.word(end + 1).equals("the"))) {
            return end;
        }
        int at = end + 2;
        while (s.word(at).matches("of|them|these|those|patients|people|the")) {
            at++;
        }
        return at;
    }

    private void value(Sentence.Named of, int n, int from) {
        String id = of.concept().id();
        double value = value(id, n, Quantity.unit(s, n));
        draft.edit(
                new Edit.AddOverwrite(new Overwrite.SetValue(id, value)),
                Math.min(from, of.from()),
                end(n));
    }

    private double value(String id, int n, Optional<Quantity.Unit> unit) {
        double plain = s.at(n).doubleValue();
        return Measurands.bundled()
                .find(id)
                .flatMap(m -> unit.flatMap(u -> m.toCanonical(plain, u.ucum())))
                .orElse(plain);
    }
}
