package org.anamnesis.converse;

import org.anamnesis.learn.LaterRows;

/**
 * A model of a table with several rows a person that may be kept.
 *
 * @param kept the model of persons and their first rows, and what the audit said of both
 * @param later what follows a first row
 * @param persons that were learned
 */
record KeptHistories(Kept kept, LaterRows later, int persons) {}
