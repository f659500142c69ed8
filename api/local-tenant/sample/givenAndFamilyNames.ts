/** Names as one meets them in a firm with offices in several countries. Any real bearer is chance. */
export const givenNames: readonly string[] = (
  'Aaliyah Abena Adam Adrián Agnieszka Ahmed Aiko Aisling Alejandra Alice Alina Amara Amelia Amina ' +
  'Anders Andrea Anil Anja Anna Antoine Arjun Astrid Ayodele Beatriz Benjamin Bilal Birgit Bogdan ' +
  'Camille Carla Carlos Catarina Chen Chiara Chidi Chloé Claire Daniel Daria David Deepa Diego ' +
  'Dimitra Edward Elena Elif Elin Emeka Emma Enrique Esra Eva Fatima Felix Fiona Francesca Freya ' +
  'Gabriel Georgia Giulia Grace Greta Hamza Hana Hannah Harriet Hassan Helena Hiro Hugo Ibrahim ' +
  'Imani Ines Ingrid Isabel Ivan Jack Jakub James Jana Jelena Jin Joana Johan Jonas José Julia ' +
  'Kamila Karim Katarzyna Kavya Keiko Kofi Krzysztof Kwame Laila Lara Lars Laura Layla Leila Leon ' +
  'Liam Lin Linnea Luca Lucía Lukas Maeve Magdalena Malik Marek Maria Marta Mateo Matilda Maya Mei ' +
  'Mehmet Mia Miguel Milan Min-jun Mira Mohammed Monika Nadia Naomi Natalia Nia Nikhil Nina Noah ' +
  'Nora Olga Oliver Olivia Omar Oscar Padma Paolo Patrick Pedro Petra Pia Priya Rachel Rafael ' +
  'Rahul Rebecca Ricardo Robert Roksana Rosa Ruth Sabrina Salma Samuel Sanjay Sara Sean Sebastian ' +
  'Selin Shreya Sigrid Simone Siobhán Sofia Stefan Sunita Susan Tamara Tariq Theo Thomas Tiago ' +
  'Tomasz Ugo Uma Valentina Vera Viktor Wei William Wren Xin Yara Yasmin Yuki Yusuf Zainab Zoë Zofia'
).split(' ');

export const familyNames: readonly string[] = (
  'Abbasi Abebe Achterberg Adeyemi Ahlström Akhtar Albrecht Almeida Andersson Antonelli Aoki Arslan ' +
  'Bajwa Baker Banerjee Barros Bauer Beck Bennett Berg Bianchi Blanc Boateng Brandt Bright Brodeur ' +
  'Campbell Cardoso Carter Castillo Chandra Chowdhury Clarke Collins Conti Costa Cruz Dahl Daly ' +
  'Dimitrov Dubois Dumas Eder Edwards Ekström Ellis Eriksen Esposito Evans Farah Fernandes Ferrari ' +
  'Fischer Fontaine Fraser Fujimoto Gallagher García Ghosh Gill Girard Gomes Gonzalez Gruber Gupta ' +
  'Haddad Hall Hansen Haque Hashemi Hayes Heinrich Hoffmann Horvat Hughes Hussain Ibarra Ikeda ' +
  'Iqbal Ivanova Jackson Jansen Jensen Johansson Jovanović Kaczmarek Kaplan Karlsson Kato Kaur ' +
  'Keller Kelly Khan Kim King Kiss Kovács Kowalska Krishnan Kumar Lang Larsen Laurent Lee Lehmann ' +
  'Leone Li Lind Lopes Lund MacLeod Mahmood Marino Marković Martin Mazur Mbeki Medina Meier Mendes ' +
  'Mensah Meyer Mihailescu Mishra Moreau Moreno Morgan Mori Mukherjee Murphy Mwangi Nagy Nair ' +
  'Nakamura Ncube Németh Nguyen Nielsen Novak Nowak Nwosu O’Brien O’Neill Ochoa Okeke Olsen Omondi ' +
  'Ortiz Owusu Palmer Papadopoulos Park Patel Pavlov Pereira Petersen Petit Pham Pinto Popescu ' +
  'Qureshi Rahman Ramos Rao Reid Reyes Richter Rinaldi Rivera Rossi Roux Russo Saito Sánchez Santos ' +
  'Sato Schmid Schneider Sharma Shaw Silva Singh Skov Sousa Stewart Svensson Tan Taylor Thapa Torres ' +
  'Tran Tremblay Turner Usman Varga Vega Verma Vidal Virtanen Vogel Wagner Walker Wang Ward Weiss ' +
  'Williams Winter Wójcik Wong Wood Wright Yamamoto Yang Yılmaz Young Zając Zhao Zielińska Zimmermann'
).split(' ');
