/**
 * The OMOP Common Data Model 5.4 as tables: what a record holds, under the concept ids of OHDSI.
 */
package org.anamnesis.export.omop;
