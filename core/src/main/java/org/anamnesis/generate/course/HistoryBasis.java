package org.anamnesis.generate.course;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;

/** Who says how a history runs: one sentence a process, and what is assumed says so. */
public final class HistoryBasis {
    private HistoryBasis() {}

    /** Of every process that the histories of a cohort rest on. */
    public static List<String> of(CohortHeader header) {
        List<String> all = new ArrayList<>(processes());
        all.addAll(ComplicationBasis.of(header));
        for (Field f : header.fields()) {
            if (f.role() == Field.Role.OBSERVATION && !f.isCategory()) {
                Practice.courseBasis(f.id()).ifPresent(b -> all.add(f.label() + ": " + b));
            }
        }
        Set<String> orders = new LinkedHashSet<>();
        for (Field f : header.fields()) {
            if (f.role() == Field.Role.OBSERVATION) {
                orders.add(Practice.orderBasis(f.id()));
            }
        }
        all.addAll(orders);
        return List.copyOf(all);
    }

    private static List<String> processes() {
        return List.of(
                "Planned visits: as often as asked, else twice a year with a condition and once"
                        + " without (assumption); up to 30 months of age also at the ages of the"
                        + " periodicity schedule of Bright Futures, American Academy of Pediatrics,"
                        + " all of them kept (assumption)",
                "Unplanned and emergency visits by age: NCHS, Health, United States 2010, table 96"
                        + " (2009), https://www.ncbi.nlm.nih.gov/books/NBK98779/; taken as Poisson"
                        + " processes (assumption)",
                "Visits from afar: Chartis Group and Kythera Labs, claims to June 2022, as quoted"
                        + " by a secondary page",
                "Stays in hospital by age, sex and condition: computed from NHANES 2005-March 2020"
                        + " (14,598 adults); length 4.5 days on average: HCUP Statistical Brief"
                        + " 180 (2012); taken as a Poisson process with exponential lengths"
                        + " (assumption)",
                "Index visit: ambulatory, but with sepsis a stay in hospital, as long as stays of any"
                        + " reason, and with pneumonia an emergency visit (assumptions)",
                "Onset where no duration is known: prevalence by age in the built-in population,"
                        + " as if people of one year were what others become (assumption); what is"
                        + " not counted there began within the last ten years (assumption)",
                "Order and times of drugs against hyperglycaemia: metformin first, 2.3 years"
                        + " (median) to the next, Wilding et al. 2018,"
                        + " doi:10.1186/s12916-018-1085-8; other drugs about four years ago, not"
                        + " before their condition (assumption)",
                "Pauses of drugs: median 495 days to a gap of oral antihyperglycaemics, 284 of"
                        + " statins, US claims 2006 (AJMC 2011, abstract); the same as the former"
                        + " for all others, and the length of gaps (assumptions)",
                "Metformin is stopped at an eGFR below 30 (its label in the United States)",
                "HbA1c with diabetes: 0.13 points a year without a change of treatment (GoDARTS"
                        + " 2018); half a year after it was begun 1.12 points lower with metformin, as"
                        + " beside placebo (Hirst et al. 2012, doi:10.2337/dc11-1465, abstract), 1.23"
                        + " with a second drug (Wilding et al. 2018); the course around the change"
                        + " (assumption)",
                "HbA1c is measured at the visit at which a drug against hyperglycaemia is begun"
                        + " (assumption)",
                "LDL on a statin: 29.7 % lower (95 % interval 29.1 to 30.3), new users in primary"
                        + " care on doses of moderate intensity, https://hdl.handle.net/10256/12214"
                        + " (abstract); of each, full after six weeks and gone six weeks after a stop"
                        + " (assumptions)",
                "Pressure on a drug against hypertension: 9.1 mmHg systolic and 5.5 diastolic lower"
                        + " for each class, Law et al. 2003, doi:10.1136/bmj.326.7404.1427 (abstract, 354"
                        + " trials, standard dose); in each alike, full after six weeks (assumptions)",
                "eGFR: slopes by group, Zoppini et al. 2012 (CJASN), parts fitted to NHANES; SD of"
                        + " people 2.23 (410 newly diagnosed); the same without diabetes"
                        + " (assumption)",
                "Weight: 0.05 kg/m² a year below 30 kg/m²: Stenholm et al. 2015"
                        + " (PMC4323564), rounded",
                "Before the age of 18: height, weight and waist from 2 years on, blood pressure and heart"
                        + " rate from 8 years on, by sex and age as in NHANES 2005-March 2020"
                        + " (public-use files); how a child keeps its place among others: Freedman et"
                        + " al. 2005, Pediatrics 115:22 (abstract; body mass 0.37 over 17.6 years),"
                        + " Chen and Wang 2008, PMC3568631 (abstract; systolic 0.38, diastolic"
                        + " 0.28), height stays (assumption), half of a pressure or heart rate at"
                        + " one visit is that visit's, weight and waist pass to the adult's from"
                        + " 18 to 25 years (assumptions)",
                "Glucose follows HbA1c: Nathan et al. 2008 (28.7 · A1c − 46.7)",
                "Deaths after the index visit: NHANES linked mortality to 2019 by sex and age of"
                        + " those with the condition, else of all adults",
                "Causes of death: shares by age and condition, NHANES 2005-2018 with linked mortality to"
                        + " 2019 (leading underlying causes of the public-use files); conditions"
                        + " that they do not tell of have none; a patient's other conditions do not"
                        + " choose the cause (assumption)",
                "A value far from the mean at the index visit was less so before (regression to"
                        + " the mean), by the spread among people with the condition in the"
                        + " built-in population; a deviation beyond their range is halved until"
                        + " within (assumption)");
    }
}
