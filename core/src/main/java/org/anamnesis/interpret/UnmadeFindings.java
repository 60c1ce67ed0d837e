package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.code.StudyKind;
import org.anamnesis.code.StudyKinds;
import org.anamnesis.spec.CohortSpec;

/**
 * What people ask of ECGs and EEGs that nothing here draws: told as that, and not as an unknown
 * condition or so many patients.
 */
final class UnmadeFindings {
    private static final List<String> ECG =
            List.of(
                    "asystole",
                    "asystolie",
                    "cardiac arrest rhythm",
                    "ventricular fibrillation",
                    "ventricular flutter",
                    "kammerflimmern",
                    "v fib",
                    "vfib",
                    "torsades de pointes",
                    "torsades",
                    "torsade",
                    "polymorphic ventricular tachycardia",
                    "polymorphic vt",
                    "wpw",
                    "wolff parkinson white",
                    "wolff parkinson white syndrome",
                    "preexcitation",
                    "pre excitation",
                    "delta waves",
                    "brugada",
                    "brugada pattern",
                    "brugada syndrome",
                    "pericarditis",
                    "early repolarization",
                    "early repolarisation",
                    "svt",
                    "psvt",
                    "avnrt",
                    "avrt",
                    "supraventricular tachycardia",
                    "atrial tachycardia",
                    "multifocal atrial tachycardia",
                    "junctional rhythm",
                    "junctional tachycardia",
                    "idioventricular rhythm",
                    "sick sinus syndrome",
                    "sinus arrest",
                    "sinoatrial block",
                    "bifascicular block",
                    "trifascicular block",
                    "left anterior fascicular block",
                    "left posterior fascicular block",
                    "lafb",
                    "lpfb",
                    "right ventricular hypertrophy",
                    "rvh",
                    "atrial enlargement",
                    "dextrocardia",
                    "osborn waves",
                    "epsilon waves",
                    "electrical alternans",
                    "short qt");

    private static final List<String> EEG =
            List.of(
                    "hypsarrhythmia",
                    "mu rhythm",
                    "wicket spikes",
                    "lambda waves",
                    "sawtooth waves",
                    "photic driving",
                    "photic stimulation",
                    "hyperventilation",
                    "tonic clonic seizures",
                    "tonic clonic seizure",
                    "myoclonic seizures",
                    "atonic seizures",
                    "electrocerebral silence");

    private static final String ECG_WORD = "e[ck]gs?|electrocardio.*|elektrokardio.*|心电图?";
    private static final String EEG_WORD = "eegs?|electroencephal.*|elektroenzephal.*|脑电图?";

    private final Draft draft;
    private final Sentence s;

    private UnmadeFindings(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft, CohortSpec current) {
        var words = new UnmadeFindings(draft);
        if (words.about("ecg", ECG_WORD, current)) {
            words.told("ecg", ECG);
        }
        if (words.about("eeg", EEG_WORD, current)) {
            words.told("eeg", EEG);
            words.channels();
            words.alpha();
        }
    }

    private boolean about(String kind, String word, CohortSpec current) {
        boolean named = false;
        for (int i = 0; i < s.size(); i++) {
            named |= s.like(i, word);
        }
        return named || current.beyond().study(kind).isPresent();
    }

    private void told(String id, List<String> names) {
        StudyKind kind = StudyKinds.find(id).orElseThrow();
        for (int i = 0; i < s.size(); i++) {
            int to = -1;
            for (String name : names) {
                to = Math.max(to, s.after(i, name));
            }
            if (to > 0 && s.free(i, to) && !denied(i)) {
                draft.problem(
                        "request.study.finding.unmade",
                        i,
                        to,
                        "No %s made here shows this.".formatted(kind.names().get(0)),
                        "one of its findings; \"what findings can the %s show?\" names them"
                                .formatted(kind.names().get(0)));
                i = to - 1;
            }
        }
    }

    /** "no asystole" is true of all. */
    private boolean denied(int i) {
        return s.like(i - 1, StudyOrderWords.DENIAL + "|any");
    }

    /** "64 channels": as many as the 10-20 system has, and no more. */
    private void channels() {
        for (int i = 0; i + 1 < s.size(); i++) {
            boolean said =
                    s.at(i).number()
                            && s.free(i, i + 2)
                            && s.like(
                                    i + 1,
                                    "channels?|electrodes?|leads?|kan[aä]le?|canales|canaux|voies");
            if (said && s.like(i, "19|21")) {
                s.use(i, i + 2);
            } else if (said) {
                draft.problem(
                        "request.study.channels",
                        i,
                        i + 2,
                        "An EEG here has the 21 electrodes of the 10-20 system.",
                        "21 channels, or leave it out");
            }
        }
    }

    /** "alpha at 3 Hz": alpha has 8 to 13 Hz, a posterior rhythm may be slower. */
    private void alpha() {
        for (int i = 0; i < s.size(); i++) {
            if (!s.like(i, "alpha|α")) {
                continue;
            }
            Optional<Integer> number = number(i + 1);
            double hz = number.map(n -> s.at(n).doubleValue()).orElse(10.0);
            if (hz < 8 || hz > 13) {
                int to = number.orElseThrow() + 2;
                s.use(i, to);
                draft.problem(
                        "request.study.alpha",
                        i,
                        to,
                        "Alpha is a rhythm of 8 to 13 Hz.",
                        "8 to 13 Hz; a slow background is \"generalized slowing\" or \"posterior rhythm of 6 Hz\"");
            }
        }
    }

    /** Of the number in Hz that soon follows. */
    private Optional<Integer> number(int from) {
        for (int i = from; i < from + 5 && i < s.size(); i++) {
            if (s.at(i).number() && s.like(i + 1, "hz|hertz")) {
                return Optional.of(i);
            }
            if (!s.like(
                    i,
                    "at|of|with|a|an|about|around|rhythms?|activity|waves?|frequency|=|:|is|to|peak")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
