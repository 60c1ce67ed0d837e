package org.anamnesis.evaluate;

/**
 * The three tables of a judgement where persons have several rows.
 *
 * @param train persons who were learned from
 * @param holdout other persons, none of them among the first
 * @param synthetic persons who were made
 */
public record JudgedCourses(Course train, Course holdout, Course synthetic) {
    /** One row a person. */
    JudgedTables persons() {
        return new JudgedTables(train.persons(), holdout.persons(), synthetic.persons());
    }
}
