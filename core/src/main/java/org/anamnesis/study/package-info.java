/**
 * Recordings and images of one patient (ECG, EEG, CT): what a study is to show, and the service
 * that makes its files. The record drives the study, never the other way round.
 */
package org.anamnesis.study;
