package org.anamnesis.interpret;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Timeline.Absence;

/**
 * What histories shall be without: "no emergency visits", "outpatient encounters only", "nobody
 * dies"; and with again: "emergency visits are fine". Without a history nothing of it happens
 * anyway, which is said.
 */
final class AbsentContacts {
    private static final Map<String, String> SETS =
            Map.ofEntries(
                    Map.entry(
                            "@no",
                            "no/without/without_any/without_the/excluding/exclude/minus/omit/leave_out/drop/zero/not_any/never/free_of/except/except_for/remove/remove_the/remove_all/drop_the/drop_all/exclude_the/exclude_all/omit_the/leave_out_the/leave_out_all/take_out_the/take_out/delete_the/delete/cut_the/skip_the/skip"),
                    Map.entry(
                            "@er",
                            "emergency_department/emergency_room/emergency-department/emergency-room/emergency/er/ed/a&e/a_&_e/accident_and_emergency/casualty/urgent"),
                    Map.entry(
                            "@visits",
                            "visits/visit/encounters/encounter/contacts/attendances/presentations/department_visits/room_visits/episodes/admissions/care"),
                    Map.entry("@hospital", "hospital/inpatient/in-patient/in_patient"),
                    Map.entry(
                            "@stays",
                            "stays/stay/admissions/admission/visits/visit/encounters/encounter/episodes/care/days"),
                    Map.entry(
                            "@afar",
                            "telehealth/telemedicine/virtual/remote/video/phone/telephone/online/tele/tele-health"),
                    Map.entry(
                            "@out",
                            "outpatient/out-patient/out_patient/ambulatory/office/clinic/office-based"),
                    Map.entry(
                            "@person",
                            "in-person/in_person/face-to-face/face_to_face/on-site/on_site"),
                    Map.entry(
                            "@allow",
                            "allow/permit/bring_back/reintroduce/restore/put_back/re-allow/reallow/re_-_allow"),
                    Map.entry(
                            "@all",
                            "all/everybody/everyone/all_patients/all_of_them/every_patient/each_patient/they_all/patients_all/they"),
                    Map.entry("@while", "during/in/within/over/throughout/to/at/until/by"));

    /** A wish, and what it leaves out. */
    private record Wish(IdiomPattern words, Set<Absence> out) {}

    private static final List<Wish> OUT =
            List.of(
                    wish(
                            "@no @er [@visits] and/or/nor [@no] @hospital @stays",
                            Absence.EMERGENCY,
                            Absence.HOSPITAL),
                    wish(
                            "@no @hospital [@stays] and/or/nor [@no] @er @visits",
                            Absence.EMERGENCY,
                            Absence.HOSPITAL),
                    wish(
                            "@no visits/visit/attendances to/at/in [the/an/any] @er",
                            Absence.EMERGENCY),
                    wish("@no stays/stay/nights in [a/the/any] hospital", Absence.HOSPITAL),
                    wish(
                            "exclude/excluding/without/drop/omit/leave_out [those/anyone/patients/people/everyone/all] who/that die/dies/died/have_died",
                            Absence.DEATHS),
                    wish("@no @er @visits", Absence.EMERGENCY),
                    wish(
                            "@no er/ed/emergency_department/emergency_room/emergency-department/emergency-room",
                            Absence.EMERGENCY),
                    wish(
                            "never/not been/go/goes/went/seen/been_seen in/to the @er",
                            Absence.EMERGENCY),
                    wish("@no @hospital @stays", Absence.HOSPITAL),
                    wish(
                            "@no hospitalisations/hospitalizations/hospitalisation/hospitalization",
                            Absence.HOSPITAL),
                    wish(
                            "take/leave/cut [the/all] @hospital @stays out/off/away",
                            Absence.HOSPITAL),
                    wish("take/leave/cut [the/all] @er @visits out/off/away", Absence.EMERGENCY),
                    wish("take/leave/cut [the/all] @afar @visits out/off/away", Absence.AFAR),
                    wish("@no inpatients/inpatient", Absence.HOSPITAL),
                    wish(
                            "never/not hospitalised/hospitalized/admitted [to] [the/a] [hospital]",
                            Absence.HOSPITAL),
                    wish(
                            "nobody/no_one/none/no_patient [of_them] [is/was/gets/ever] [ever] hospitalised/hospitalized/admitted [to] [hospital]",
                            Absence.HOSPITAL),
                    wish("@no @afar @visits/consultations/appointments", Absence.AFAR),
                    wish("@no telehealth/telemedicine", Absence.AFAR),
                    wish(
                            "only/just/exclusively @person @visits/consultations/appointments",
                            Absence.AFAR),
                    wish(
                            "@person @visits/consultations/appointments only/exclusively",
                            Absence.AFAR),
                    wish("all @visits [are/is/in] @person", Absence.AFAR),
                    wish(
                            "only/just/exclusively/solely @out @visits/data/records/only",
                            Absence.EMERGENCY,
                            Absence.HOSPITAL),
                    wish(
                            "@out [@visits/data/records] only/exclusively",
                            Absence.EMERGENCY,
                            Absence.HOSPITAL),
                    wish(
                            "nobody/no_one/none/no_patient/no_patients [of_them] dies/die/died/dead/deceased/should_die/may_die/has_died [@while] [the/follow/these/this] [follow-up/followup/up/span/years/period/study]",
                            Absence.DEATHS),
                    wish(
                            "@no deaths/death/mortality/fatalities [@while] [the/follow/these/this] [follow-up/followup/up/span/years/period/study]",
                            Absence.DEATHS),
                    wish(
                            "@all [are/is/be/stay/stays/remain/remains/still/should_be/must_be] alive/survive/survives/living/survivors [@while] [the/follow] [end/up/follow-up/followup/period/span/years/study] [of] [the/follow/follow-up/followup/study] [up/period]",
                            Absence.DEATHS),
                    wish("survivors only", Absence.DEATHS));

    private static final List<Wish> IN =
            List.of(
                    wish(
                            "@er @visits are/is fine/ok/okay/allowed/welcome/back [again/in]",
                            Absence.EMERGENCY),
                    wish(
                            "@hospital @stays are/is fine/ok/okay/allowed/welcome/back [again/in]",
                            Absence.HOSPITAL),
                    wish(
                            "@afar @visits are/is fine/ok/okay/allowed/welcome/back [again/in]",
                            Absence.AFAR),
                    wish("@allow [the] @er @visits [again/back/in]", Absence.EMERGENCY),
                    wish("@allow [the] @hospital @stays [again/back/in]", Absence.HOSPITAL),
                    wish(
                            "@allow [the] hospitalisations/hospitalizations/admissions [again/back/in]",
                            Absence.HOSPITAL),
                    wish("@allow [the] @afar @visits [again/back/in]", Absence.AFAR),
                    wish(
                            "some/people/patients can/may/do/should die [too/again/as_usual]",
                            Absence.DEATHS),
                    wish("deaths are fine/ok/okay/allowed/back [again/in]", Absence.DEATHS));

    private AbsentContacts() {}

    static void find(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        boolean history = HistorySigns.span(s, current);
        for (int i = 0; i < s.size(); i++) {
            if (s.free(i)) {
                at(draft, i, OUT, true, history);
                at(draft, i, IN, false, history);
            }
        }
    }

    private static void at(Draft draft, int i, List<Wish> wishes, boolean out, boolean history) {
        for (Wish w : wishes) {
            var found = w.words.match(draft.sentence, i);
            if (found.isEmpty() || !draft.sentence.free(i, found.get().to())) {
                continue;
            }
            if (spared(draft.sentence, i)) {
                draft.unread(i, found.get().to());
                return;
            }
            int to = found.get().to();
            if (history) {
                w.out.forEach(a -> draft.edit(new Edit.LeaveOut(a, out), i, to));
            } else {
                draft.invite(
                        "request.history.none",
                        i,
                        to,
                        "Without a history each patient has the index visit alone, and nobody dies.",
                        "over 5 years, no " + w.out.iterator().next().label());
            }
            return;
        }
    }

    /** "exclude those never hospitalised": who is left out is who was spared. */
    private static boolean spared(Sentence s, int i) {
        int at = i - 1;
        while (s.like(
                at,
                "those|who|that|were|are|was|is|patients|people|anyone|everyone|all|had|with|have")) {
            at--;
        }
        return at < i - 1 && s.like(at, "exclude|excluding|drop|remove|omit|without|except|not");
    }

    private static Wish wish(String words, Absence... out) {
        return new Wish(new IdiomPattern(words, SETS), Set.of(out));
    }
}
