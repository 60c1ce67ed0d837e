package org.anamnesis.export.omop;

import java.util.List;
import org.anamnesis.cohort.CalendarDay;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.export.Ids;
import org.anamnesis.export.RowMaker;
import org.anamnesis.export.Rows;
import org.anamnesis.export.TableSchema;

/** {@code person}: one row a patient; its number is the one in the other formats. */
final class Person implements RowMaker {
    private static final int ID = CdmTable.FIRST;
    private static final int GENDER = ID + 1;
    private static final int YEAR = ID + 2;
    private static final int MONTH = ID + 3;
    private static final int DAY = ID + 4;
    private static final int RACE = ID + 5;
    private static final int ETHNICITY = ID + 6;
    private static final int SEX_WORD = ID + 7;
    private static final int RACE_WORD = ID + 8;
    private static final int HOME = ID + 9;

    private final TableSchema schema;
    private final boolean homes;
    private final int sex;
    private final int origin;
    private final double[] genders;
    private final double[] races;
    private final double[] ethnicities;

    /**
     * @param names whether each has an address
     */
    Person(CohortHeader header, Meanings meanings, boolean names) {
        homes = names;
        sex = header.indexOf("sex");
        origin = header.indexOf("race_ethnicity");
        List<String> sexes = levels(header, sex);
        List<String> origins = levels(header, origin);
        genders = sexes.stream().mapToDouble(meanings::gender).toArray();
        races = origins.stream().mapToDouble(meanings::race).toArray();
        ethnicities = origins.stream().mapToDouble(meanings::ethnicity).toArray();
        CdmTable table = new CdmTable("person");
        schema =
                (names
                                ? table.number("location_id", HOME)
                                : table.constant("location_id", Homes.CLINIC))
                        .number("person_id", ID)
                        .number("gender_concept_id", GENDER)
                        .number("year_of_birth", YEAR)
                        .number("month_of_birth", MONTH)
                        .number("day_of_birth", DAY)
                        .number("race_concept_id", RACE)
                        .number("ethnicity_concept_id", ETHNICITY)
                        .constant("provider_id", 1)
                        .constant("care_site_id", 1)
                        .key("person_source_value", ID, Ids.patientKey(header))
                        .text("gender_source_value", SEX_WORD, sexes)
                        .constant("gender_source_concept_id", CdmConcept.NONE)
                        .text("race_source_value", RACE_WORD, origins)
                        .constant("race_source_concept_id", CdmConcept.NONE)
                        .text("ethnicity_source_value", RACE_WORD, origins)
                        .constant("ethnicity_source_concept_id", CdmConcept.NONE)
                        .schema();
    }

    private static List<String> levels(CohortHeader header, int field) {
        return field < 0 ? List.of() : header.fields().get(field).levels();
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        CdmTable.clear(rows, block.count());
        for (int p = 0; p < block.count(); p++) {
            int birth = block.record().birthDay(p);
            int date = birth == Events.NO_DAY ? 0 : CalendarDay.packed(birth);
            int year = date / 10_000;
            rows.vector(ID)[p] = block.first() + p + 1;
            if (homes) {
                rows.vector(HOME)[p] = Homes.of(block.first() + p);
            }
            rows.vector(YEAR)[p] = date == 0 ? Double.NaN : year;
            rows.vector(MONTH)[p] = date == 0 ? Double.NaN : date / 100 % 100;
            rows.vector(DAY)[p] = date == 0 ? Double.NaN : date % 100;
            coded(block, p, sex, rows, SEX_WORD);
            coded(block, p, origin, rows, RACE_WORD);
            rows.vector(GENDER)[p] = id(genders, rows.vector(SEX_WORD)[p]);
            rows.vector(RACE)[p] = id(races, rows.vector(RACE_WORD)[p]);
            rows.vector(ETHNICITY)[p] = id(ethnicities, rows.vector(RACE_WORD)[p]);
        }
        rows.fill(block.count());
    }

    private static void coded(PatientBlock block, int p, int field, Rows rows, int vector) {
        rows.vector(vector)[p] = field < 0 ? Double.NaN : block.column(field)[p];
    }

    private static double id(double[] ids, double level) {
        return Double.isNaN(level) ? CdmConcept.NONE : ids[(int) level];
    }
}
