/** Names of people whose families came from elsewhere, or who live there. Each group belongs together. */
const list = (text: string) => text.split(' ');

export interface NameGroup {
  f: string[];
  m: string[];
  family: string[];
  /** Family name of women where it differs (Kowalski, Kowalska). */
  feminine?: (family: string) => string;
}

export const neighbours: NameGroup[] = [
  {
    f: list('Elif Zeynep Aylin Emine Fatma Selin Defne Merve'),
    m: list('Emre Mehmet Can Deniz Kerem Burak Murat Hakan'),
    family: list('Yılmaz Kaya Demir Çelik Şahin Öztürk Aydın Arslan Doğan Koç Yıldız Güneş'),
  },
  {
    f: list('Agnieszka Katarzyna Magdalena Joanna Zofia Ewa'),
    m: list('Piotr Tomasz Marek Paweł Krzysztof Jakub'),
    family: list('Nowak Kowalski Wiśniewski Wójcik Kamiński Lewandowski Zieliński Dąbrowski'),
    feminine: (n) => n.replace(/ski$/, 'ska'),
  },
  {
    f: list('Giulia Francesca Chiara Elena Martina Paola'),
    m: list('Marco Luca Alessandro Davide Matteo Stefano'),
    family: list('Rossi Bianchi Ferrari Conti Ricci Moretti Barbieri Lombardi De-Luca').map((n) =>
      n.replace('-', ' '),
    ),
  },
  {
    f: list('Nadja Jelena Ivana Ana Marija Mirjana Amira'),
    m: list('Nikola Marko Dejan Goran Luka Ivan Adnan'),
    family: list('Petrović Jovanović Kovačević Horvat Marković Hadžić Nikolić Babić Begić'),
  },
  {
    f: list('Olena Oksana Tetjana Iryna'),
    m: list('Andrij Dmytro Serhij Oleh'),
    family: list('Shevchenko Kovalenko Bondarenko Tkachenko Melnyk'),
  },
  {
    f: list('Priya Ananya Linh Mai Yuki'),
    m: list('Arjun Rahul Minh Duc Kenji'),
    family: list('Sharma Patel Nguyen Tran Tanaka Iyer'),
  },
];

export const abroad: { country: string; cities: string[]; names: NameGroup }[] = [
  {
    country: 'GB',
    cities: ['Leeds', 'Edinburgh', 'Sheffield', 'Bristol', 'Glasgow', 'Keswick', 'Cardiff'],
    names: {
      f: list('Alice Emily Charlotte Fiona Imogen Rachel Harriet Morag'),
      m: list('James Oliver Callum Ewan Harry Rhys Alistair Tom'),
      family: list(
        'Hughes Walker MacLeod Fraser Thompson Wright Campbell Shaw Bennett O’Connor Whitfield Marsden Ashworth',
      ),
    },
  },
  {
    country: 'IE',
    cities: ['Dublin', 'Galway', 'Cork'],
    names: {
      f: list('Aoife Niamh Ciara Orla'),
      m: list('Cian Oisín Declan Eoin'),
      family: list('Murphy Byrne Kelly O’Brien Doyle Gallagher'),
    },
  },
  {
    country: 'NL',
    cities: ['Utrecht', 'Groningen', 'Amsterdam', 'Nijmegen'],
    names: {
      f: list('Sanne Femke Lotte Marieke'),
      m: list('Daan Joris Bram Pieter'),
      family: list('Jansen Bakker Visser Smit Mulder Dekker Hoekstra'),
    },
  },
  {
    country: 'SE',
    cities: ['Göteborg', 'Stockholm', 'Östersund', 'Kiruna'],
    names: {
      f: list('Linnéa Elsa Astrid Åsa'),
      m: list('Gustav Erik Måns Göran'),
      family: list('Lindqvist Sjöberg Åkerström Nyström Bergqvist Holmgren'),
    },
  },
  {
    country: 'NO',
    cities: ['Bergen', 'Tromsø', 'Oslo', 'Trondheim'],
    names: {
      f: list('Ingrid Sigrid Marit Solveig'),
      m: list('Håkon Bjørn Eirik Sindre'),
      family: list('Hansen Berg Haugen Sørensen Bakke Strand'),
    },
  },
  {
    country: 'DK',
    cities: ['Aarhus', 'København', 'Odense'],
    names: {
      f: list('Freja Mette Karen'),
      m: list('Søren Mads Rasmus'),
      family: list('Nielsen Møller Kjær Østergaard Holm'),
    },
  },
  {
    country: 'US',
    cities: ['Boulder', 'Seattle', 'Portland', 'Burlington'],
    names: {
      f: list('Madison Hannah Grace Brooke'),
      m: list('Tyler Jordan Ethan Wyatt'),
      family: list('Carter Reed Morgan Brooks Sanders Hayes'),
    },
  },
];

/** People who write in a language the brand does not speak every day. */
export const furtherAway: { language: string; country: string; cities: string[]; names: NameGroup }[] = [
  {
    language: 'ar',
    country: 'JO',
    cities: ['عمّان', 'العقبة'],
    names: {
      f: ['ليلى', 'رنا', 'هدى'],
      m: ['كريم', 'سامر', 'يوسف'],
      family: ['الخطيب', 'حدّاد', 'منصور', 'النجار'],
    },
  },
  {
    language: 'he',
    country: 'IL',
    cities: ['חיפה', 'תל אביב'],
    names: {
      f: ['נועה', 'תמר', 'יעל'],
      m: ['איתי', 'עומר', 'דניאל'],
      family: ['לוי', 'כהן', 'פרידמן', 'שפירא'],
    },
  },
  {
    language: 'fr',
    country: 'CH',
    cities: ['Lausanne', 'Genève', 'Fribourg', 'Sion'],
    names: {
      f: list('Camille Élodie Aurélie Solène'),
      m: list('Loïc Mathieu Étienne Bastien'),
      family: list('Favre Rochat Dubois Perrin Chevalley'),
    },
  },
  {
    language: 'it',
    country: 'IT',
    cities: ['Trento', 'Milano', 'Lecco', 'Aosta'],
    names: {
      f: list('Giorgia Silvia Beatrice'),
      m: list('Andrea Lorenzo Fabio'),
      family: list('Galli Colombo Fontana Riva Zanetti'),
    },
  },
  {
    language: 'pl',
    country: 'PL',
    cities: ['Kraków', 'Wrocław', 'Zakopane'],
    names: {
      f: list('Hanna Małgorzata Alicja'),
      m: list('Łukasz Michał Bartosz'),
      family: list('Mazur Krawczyk Wrona Gąsienica'),
    },
  },
  {
    language: 'tr',
    country: 'TR',
    cities: ['İzmir', 'İstanbul', 'Antalya'],
    names: {
      f: list('Ayşe Gizem Ceren'),
      m: list('Oğuz Tolga Barış'),
      family: list('Aksoy Erdem Özkan Uçar'),
    },
  },
];
