package org.anamnesis.interpret;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Profiles and versions that nothing here writes: "UK Core", "mCODE", "FHIR R5", "OMOP 5.3". Not
 * made in another guise, for whoever names one needs just that one.
 */
final class OtherStandards {
    static final String PROFILES =
            "FHIR is written as R4 (4.0.1) with the profiles of US Core 6.1.0, and with no others.";
    private static final String CDM = "OMOP is written as CDM 5.4, and in no other version.";

    private static final Map<String, String> SETS =
            Map.of(
                    "@land",
                    "uk/u_._k/au/australian/ch/swiss/nl/dutch/austrian/fr/french/de/german/ca/canadian/nz/eu/european/italian/spanish/norwegian/dk/danish/swedish/finnish/indian/japanese/jp/korean/kr/sg/brazilian/br/israeli/za/irish/nhs/international",
                    "@named",
                    "mcode/qi-core/qicore/qi_core/isik/mii/kds/carin/davinci/da_vinci/argonaut/gematik/kbv/nictiz/ips/international_patient_summary/patient_summary/pcornet/bulk_data_ig/mhealth/cdex/pdex/plannet/sdc/genomics_reporting/core_data_set/kerndatensatz",
                    "@profile",
                    "profile/profiles/profiling/implementation_guide/ig/conformant/conformance/compliant/fhir_profile/fhir_profiles/profiled",
                    "@old",
                    "r5/r6/r4b/r3/r2/stu3/dstu2/dstu1/stu2/stu4/dstu/5/3/2/5.0/3.0/5.0.0/3.0.2/3.0.1/1.0.2/4.3/4.3.0");

    private static final List<IdiomPattern> OTHER =
            IdiomPattern.all(
                    SETS,
                    "@land core [@profile]",
                    "@land base/baseline/basis @profile",
                    "@named [@profile]",
                    "[fhir] [with] [the] @land [national] @profile",
                    "us core/us-core/uscore 7/7.0/7.0.0/8/8.0/5/5.0/5.0.1/4/4.0/3/3.1/3.1.1/stu3/stu4/stu5/stu7",
                    "us_core 7/7.0/7.0.0/8/8.0/8.0.0/5/5.0/5.0.1/4/4.0/4.0.0/3/3.1/3.1.1",
                    "fhir [version/release] [r] @old",
                    "r5/r4b/stu3/dstu2 [fhir/resources/bundles/ndjson/format]");

    private static final List<IdiomPattern> CDM_OTHER =
            IdiomPattern.all(
                    SETS,
                    "omop [cdm] [common_data_model] [version/v] 4/5/5.0/5.1/5.2/5.3/5.3.1/6/6.0/v5.3/v5.3.1/v6/v6.0/v5.2/v5.0/v4",
                    "cdm [version/v] 4/5.0/5.1/5.2/5.3/5.3.1/6/6.0/v5.3/v5.3.1/v6/v6.0/v5.2/v5.0/v4");

    /** What is written anyway: no people of a country are meant by it. */
    private static final List<IdiomPattern> OURS =
            IdiomPattern.all(
                    SETS,
                    "us/u_s/u_._s core/core-compliant/core-conformant [6/6.1/6.1.0] [@profile]");

    private OtherStandards() {}

    static void find(Draft draft) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            at(draft, i, OTHER, "request.profile.unknown", PROFILES, "as FHIR, which is US Core");
            found(s, OURS, i).ifPresent(m -> s.use(m.from(), m.to()));
            at(draft, i, CDM_OTHER, "request.cdm.unknown", CDM, "as OMOP");
        }
        OtherProfiles.find(draft);
    }

    private static void at(
            Draft draft,
            int i,
            List<IdiomPattern> patterns,
            String code,
            String message,
            String suggestion) {
        found(draft.sentence, patterns, i)
                .ifPresent(m -> draft.problem(code, m.from(), m.to(), message, suggestion));
    }

    private static Optional<IdiomPattern.Match> found(
            Sentence s, List<IdiomPattern> patterns, int i) {
        return IdiomPattern.matches(patterns, s, i)
                .filter(m -> s.free(m.from(), m.to()))
                .findFirst();
    }
}
