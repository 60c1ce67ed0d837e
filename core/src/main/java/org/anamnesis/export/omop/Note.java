package org.anamnesis.export.omop;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.code.Coding;
import org.anamnesis.code.StudyKind;
import org.anamnesis.code.StudyKinds;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.cohort.RecordedStudy;
import org.anamnesis.export.RowMaker;
import org.anamnesis.export.Rows;
import org.anamnesis.export.TableSchema;
import org.anamnesis.export.VisitNumbers;

/**
 * {@code note}: the written reading of each recording or image; what it measures and finds stands
 * among measurements and observations. The concepts of class, encoding and language were not seen
 * in a source with their codes, and are 0.
 */
final class Note implements RowMaker {
    private static final int ID = CdmTable.FIRST;
    private static final int PERSON = ID + 1;
    private static final int DATE = ID + 2;
    private static final int VISIT = ID + 3;
    private static final int KIND = ID + 4;
    private static final int TEXT = ID + 5;

    private final TableSchema schema;
    private final VisitNumbers visits = new VisitNumbers();
    private final Serial serial = new Serial();
    private final List<String> kinds = StudyKinds.bundled().stream().map(StudyKind::id).toList();

    Note(int type) {
        List<StudyKind> all = StudyKinds.bundled();
        schema =
                new CdmTable("note")
                        .number("note_id", ID)
                        .number("person_id", PERSON)
                        .day("note_date", DATE)
                        .constant("note_type_concept_id", type)
                        .constant("note_class_concept_id", 0)
                        .text("note_title", KIND, all.stream().map(k -> k.names().get(0)).toList())
                        .written("note_text", TEXT)
                        .constant("encoding_concept_id", 0)
                        .constant("language_concept_id", 0)
                        .constant("provider_id", 1)
                        .number("visit_occurrence_id", VISIT)
                        .text("note_source_value", KIND, all.stream().map(Note::code).toList())
                        .schema();
    }

    private static String code(StudyKind kind) {
        return kind.code().filter(Coding::verified).map(Coding::code).orElse(kind.id());
    }

    @Override
    public TableSchema schema() {
        return schema;
    }

    @Override
    public void fill(PatientBlock block, Rows rows) {
        visits.next(block);
        serial.next(block);
        List<RecordedStudy> studies = block.record().studies();
        Events all = block.record().visits();
        CdmTable.clear(rows, studies.size());
        List<String> texts = new ArrayList<>();
        for (RecordedStudy s : studies) {
            String reading = s.study().reading();
            if (!reading.isBlank()) {
                int row = texts.size();
                int visit = visits.of(s.patient(), s.visit());
                rows.vector(ID)[row] = serial.next();
                rows.vector(PERSON)[row] = block.first() + s.patient() + 1;
                rows.vector(DATE)[row] = all.start(visit);
                rows.vector(VISIT)[row] = visits.id(visit);
                rows.vector(KIND)[row] = kinds.indexOf(s.study().kind());
                rows.vector(TEXT)[row] = row;
                texts.add(reading);
            }
        }
        rows.texts(texts);
        rows.fill(texts.size());
    }
}
