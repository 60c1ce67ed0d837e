/**
 * Records in the form of FHIR and of OMOP, brought into the tables that {@code generate} writes.
 */
package org.anamnesis.learn.records;
