//! `check`: what a register says of a year, by which text of the regulation, and what cannot be read of it.

mod alike;
mod amended;
mod city;
mod codes;
mod lines;
mod loading;
mod lunzhi;
mod mechanism;
mod pending;
mod rules;
mod standing;
