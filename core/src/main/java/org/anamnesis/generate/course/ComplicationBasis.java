package org.anamnesis.generate.course;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.code.RecordOnly;
import org.anamnesis.cohort.CohortHeader;

/** Who says what complications follow and when: one sentence a model, with its limits. */
final class ComplicationBasis {
    private static final List<String> SECOND =
            List.of(
                    RecordOnly.SECOND_INFARCTION,
                    RecordOnly.SECOND_STROKE,
                    RecordOnly.SECOND_AMPUTATION);

    private ComplicationBasis() {}

    static List<String> of(CohortHeader header) {
        List<String> all = new ArrayList<>();
        boolean diabetes = has(header, "type-2-diabetes");
        boolean vascular =
                Stream.of("coronary-artery-disease", "stroke", "heart-failure")
                        .anyMatch(c -> has(header, c));
        if (vascular && diabetes) {
            all.add(
                    "Who has coronary artery disease, stroke or heart failure is decided by the"
                            + " index visit; when it began with type 2 diabetes: UKPDS Outcomes"
                            + " Model 2, first events (Hayes et al. 2013, UKPDS 82,"
                            + " doi:10.1007/s00125-013-2940-y; 5,102 newly diagnosed people in"
                            + " the United Kingdom, 1977-1991, so rates of another country and"
                            + " time), with the risk factors of the index visit (assumption); the"
                            + " share that began before the diabetes by prevalence by age");
        }
        if (vascular) {
            all.add(
                    "When they began without type 2 diabetes: as the ten-year risk of PREVENT"
                            + " (base model, Khan et al. 2024,"
                            + " doi:10.1161/CIRCULATIONAHA.123.067626; US adults of 30 to 79"
                            + " years) grows with age, also beyond these ages (assumption);"
                            + " coronary artery disease and stroke both by its atherosclerotic"
                            + " risk (assumption)");
        }
        if (has(header, RecordOnly.INFARCTION)) {
            all.add(
                    "Myocardial infarction: who was told of one in NHANES (MCQ160E); its date as"
                            + " that of coronary artery disease, whose first sign it may be");
        }
        if (has(header, RecordOnly.RETINOPATHY)) {
            all.add(
                    "Retinopathy with type 2 diabetes: hazard by years since the diagnosis and"
                            + " HbA1c, fitted to what 3,982 adults in NHANES 2005-March 2020 were"
                            + " told (DIQ080), as if people of one time since diagnosis were what"
                            + " others become (assumption); HbA1c of the index visit (assumption)");
        }
        if (diabetes && ukpds(header)) {
            all.add(
                    "Blindness, foot ulcer, amputation and kidney failure with type 2 diabetes:"
                            + " UKPDS Outcomes Model 2 (Hayes et al. 2013), year by year with"
                            + " HbA1c, eGFR and weight as they then were, all else as at the index"
                            + " visit (assumption); peripheral vascular disease is not known and"
                            + " taken as absent, a UACR of 30 mg/g for urine albumin of 50 mg/L"
                            + " (assumptions); values that the cohort does not hold are the mean of"
                            + " people with its condition (assumption); UKPDS people were diagnosed at"
                            + " 25 to 65 years");
            all.add(
                    "Everyone lived to the index visit: events that kill are rarer before it by"
                            + " the death equations of UKPDS Outcomes Model 2, each as if it were"
                            + " the only one (assumption)");
            all.add("Blindness puts retinopathy on record, if nothing did before (assumption)");
        }
        if (SECOND.stream().anyMatch(c -> has(header, c))) {
            all.add(
                    "A second infarction, stroke or amputation with type 2 diabetes: UKPDS Outcomes"
                            + " Model 2 (Hayes et al. 2013), from four weeks after the first on,"
                            + " with the risk factors of the index visit (assumption); the model"
                            + " has no third one, and without type 2 diabetes there is no second"
                            + " one");
            all.add(
                    "Deaths by a complication: for the rest of the year after an infarction, other"
                            + " coronary disease, stroke, amputation or kidney failure with type 2"
                            + " diabetes as many times more deaths as UKPDS Outcomes Model 2 has"
                            + " in the year of such an event than in one without; the level is"
                            + " that of the linked mortality, in which such years are few"
                            + " (assumption)");
        }
        if (has(header, RecordOnly.KIDNEY_FAILURE)) {
            all.add(
                    "Kidney failure: only where eGFR is below 15 at the index visit and not before"
                            + " it was (no dialysis or transplant stands in the population), so"
                            + " fewer than published; without type 2 diabetes by the kidney"
                            + " failure risk equation (Tangri et al. 2016,"
                            + " doi:10.1001/jama.2015.18202, two years, North America)");
        }
        if (has(header, RecordOnly.INFARCTION)
                || has(header, RecordOnly.AMPUTATION)
                || has(header, "stroke")) {
            all.add(
                    "Infarctions, strokes and amputations within the years are met in hospital, or"
                            + " in an emergency department where other visits leave no room for a"
                            + " stay; all of them, beside the stays above (assumption)");
        }
        return all;
    }

    private static boolean ukpds(CohortHeader header) {
        return Stream.of(
                        RecordOnly.BLINDNESS,
                        RecordOnly.FOOT_ULCER,
                        RecordOnly.AMPUTATION,
                        RecordOnly.KIDNEY_FAILURE)
                .anyMatch(c -> has(header, c));
    }

    private static boolean has(CohortHeader header, String id) {
        return header.describedIndexOf(id) >= 0;
    }
}
